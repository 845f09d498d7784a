import { effect, inject, Injectable, untracked } from '@angular/core';
import { Session } from '../../live/session.js';

/**
 * What was typed into forms and not sent: kept while the page is open, so that looking at another Aufgabe loses nothing;
 * gone at sign-out, because workstations are shared.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly kept = new Map<string, Readonly<Record<string, unknown>>>();

  constructor() {
    const session = inject(Session);
    effect(() => {
      if (session.person() === null) untracked(() => this.kept.clear());
    });
  }

  get(aufgabeId: string): Readonly<Record<string, unknown>> | undefined {
    return this.kept.get(aufgabeId);
  }

  keep(aufgabeId: string, data: Readonly<Record<string, unknown>>): void {
    this.kept.set(aufgabeId, data);
  }

  drop(aufgabeId: string): void {
    this.kept.delete(aufgabeId);
  }
}
