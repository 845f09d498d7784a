import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { SessionView } from '../../../server/contract/views.js';
import { DraftVault, type Draft } from '../../live/draft-vault.js';
import { Session } from '../../live/session.js';

/**
 * What was typed into forms and not sent, so that looking at another Aufgabe loses nothing, nor does a session that ends while
 * somebody types, nor a page that is loaded anew. Workstations are shared: it goes with the sign-out, and nobody finds what
 * somebody else has typed. Across a new page it is there as long as the same session lasts.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  /** `opening`: what an earlier page has kept is being read; a form that is shown before would be shown without it. */
  readonly state = signal<'opening' | 'ready'>('opening');

  private readonly session = inject(Session);
  private readonly vault = inject(DraftVault);
  private readonly kept = new Map<string, Draft>();
  private typist: { readonly personId: string; readonly draftKey: string } | null = null;

  constructor() {
    effect(() => {
      const view = this.session.view();
      if (view !== null) untracked(() => void this.belongTo(view));
    });
    effect(() => {
      if (this.session.departures() > 0) untracked(() => this.forget());
    });
  }

  get(aufgabeId: string): Draft | undefined {
    return this.kept.get(aufgabeId);
  }

  keep(aufgabeId: string, data: Draft['data']): void {
    const draft = { at: this.session.now().toISOString(), data };
    this.kept.set(aufgabeId, draft);
    void this.vault.put(aufgabeId, draft);
  }

  drop(aufgabeId: string): void {
    this.kept.delete(aufgabeId);
    void this.vault.put(aufgabeId, null);
  }

  private async belongTo({ person: { id: personId }, draftKey }: SessionView): Promise<void> {
    if (this.typist?.personId === personId && this.typist.draftKey === draftKey) return;
    if (this.typist?.personId !== personId) this.kept.clear();
    const mine = (this.typist = { personId, draftKey });
    this.state.set('opening');
    const found = await this.vault.open(draftKey, personId);
    if (this.typist !== mine) return;
    // What was typed in this page is newer, and lies under the key of a session that has ended.
    for (const [id, draft] of this.kept) void this.vault.put(id, draft);
    for (const [id, draft] of found) if (!this.kept.has(id)) this.kept.set(id, draft);
    this.state.set('ready');
  }

  private forget(): void {
    this.kept.clear();
    this.typist = null;
  }
}
