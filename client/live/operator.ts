import { inject, Injectable, signal } from '@angular/core';
import type {
  CreatedMandant,
  ExportState,
  MandantCounts,
  MandantRow,
  NewMandant,
  OperatorSession,
} from '../../server/contract/mandant-views.js';
import { Api } from './api.js';
import { isRefusal, type Answer, type Refusal } from './refusal.js';
import { Session } from './session.js';

/** The shared administration of Mandanten: an account of its own, which is no person of any Mandant. */
@Injectable({ providedIn: 'root' })
export class Operator {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly signedIn = signal<OperatorSession | null>(null);
  readonly view = this.signedIn.asReadonly();

  async load(): Promise<void> {
    this.take(await this.api.get<OperatorSession | null>('operator/session'));
  }

  async signIn(login: string, password: string): Promise<Refusal | null> {
    const answer = await this.api.post<OperatorSession>('operator/sign-in', { login, password });
    if (isRefusal(answer)) return answer;
    // One cookie, one sign-in: whoever was signed in here as a person is not any more.
    this.session.view.set(null);
    this.take(answer);
    return null;
  }

  async signOut(): Promise<void> {
    await this.api.post('operator/sign-out', {});
    this.signedIn.set(null);
  }

  list(): Promise<Answer<{ items: MandantRow[] }>> {
    return this.kept(this.api.get('operator/mandanten'));
  }

  counts(id: string): Promise<Answer<MandantCounts>> {
    return this.kept(this.api.get(`operator/mandanten/${id}/counts`));
  }

  create(wish: NewMandant): Promise<Answer<CreatedMandant>> {
    return this.kept(this.api.post('operator/mandanten', wish));
  }

  suspend(id: string, reason: string): Promise<Answer<object>> {
    return this.kept(this.api.post(`operator/mandanten/${id}/suspend`, { reason }));
  }

  resume(id: string): Promise<Answer<object>> {
    return this.kept(this.api.post(`operator/mandanten/${id}/resume`, {}));
  }

  beginExport(id: string): Promise<Answer<ExportState>> {
    return this.kept(this.api.post(`operator/mandanten/${id}/export`, {}));
  }

  exportState(id: string): Promise<Answer<ExportState>> {
    return this.kept(this.api.get(`operator/mandanten/${id}/export`));
  }

  /** A session that is over leads back to the sign-in. */
  private async kept<Value>(asked: Promise<Answer<Value>>): Promise<Answer<Value>> {
    const answer = await asked;
    if (isRefusal(answer) && answer.status === 401) this.signedIn.set(null);
    return answer;
  }

  private take(answer: Answer<OperatorSession | null>): void {
    const view = answer === null || isRefusal(answer) ? null : answer;
    if (view) this.api.useToken(view.csrfToken);
    this.signedIn.set(view);
  }
}
