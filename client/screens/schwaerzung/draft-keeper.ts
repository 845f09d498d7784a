import { signal } from '@angular/core';
import type { Mark } from '../../../server/contract/schwaerzung-views.js';
import { idempotencyKey } from '../../live/idempotency-key.js';
import type { Api } from '../../live/api.js';
import { isRefusal, type Answer, type Refusal } from '../../live/refusal.js';

/** Whoever marks word after word is not asked to wait; one request for a few of them is enough. */
const WAIT_MS = 1_200;

/**
 * Keeps the marks on the server while somebody works, so that a reload loses nothing. Not through `Acts`: „Zuletzt getan“
 * would tell of each word. One request at a time, always with the newest marks.
 */
export class DraftKeeper {
  readonly state = signal<'kept' | 'waiting' | 'sending'>('kept');
  readonly refusal = signal<Refusal | null>(null);
  readonly draft = signal<{ readonly id: string; readonly version: number } | null>(null);

  private readonly api: Pick<Api, 'post'>;
  private dokumentId = '';
  private nummer = 1;
  private marks: readonly Mark[] | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> = Promise.resolve(true);

  constructor(api: Pick<Api, 'post'>) {
    this.api = api;
  }

  begin(dokumentId: string, nummer: number, draft: { id: string; version: number } | null): void {
    [this.dokumentId, this.nummer] = [dokumentId, nummer];
    this.draft.set(draft);
    this.state.set('kept');
  }

  later(marks: readonly Mark[]): void {
    this.marks = marks;
    this.state.set('waiting');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), WAIT_MS);
  }

  /** Sends what waits. @returns whether everything is kept */
  now(): Promise<boolean> {
    clearTimeout(this.timer);
    return (this.running = this.running.then(() => this.send()));
  }

  /** Drops the draft. @returns whether it is gone */
  async discard(): Promise<boolean> {
    await this.now();
    const draft = this.draft();
    if (!draft) return true;
    const input = { schwaerzungId: draft.id, version: draft.version };
    const answer = await this.act<object>('schwaerzung.discardEntwurf', input);
    if (isRefusal(answer)) return this.refuse(answer);
    this.draft.set(null);
    return true;
  }

  private async send(): Promise<boolean> {
    const marks = this.marks;
    if (!marks) return this.refusal() === null;
    this.marks = null;
    this.state.set('sending');
    const version = this.draft()?.version ?? 0;
    const input = { dokumentId: this.dokumentId, nummer: this.nummer, version, marks };
    const answer = await this.act<{ schwaerzungId: string; version: number }>('schwaerzung.saveEntwurf', input);
    if (isRefusal(answer)) {
      // Kept for the next try: a broken line must not lose what was marked.
      this.marks ??= marks;
      return this.refuse(answer);
    }
    this.refusal.set(null);
    this.draft.set({ id: answer.schwaerzungId, version: answer.version });
    this.state.set(this.marks ? 'waiting' : 'kept');
    return true;
  }

  private act<Value extends object>(name: string, input: object): Promise<Answer<Value>> {
    return this.api.post<Value>(`acts/${name}`, input, { 'idempotency-key': idempotencyKey() });
  }

  private refuse(refusal: Refusal): false {
    this.refusal.set(refusal);
    this.state.set('waiting');
    return false;
  }
}
