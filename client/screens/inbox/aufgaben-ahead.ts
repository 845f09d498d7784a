import { effect, inject, Injectable, untracked } from '@angular/core';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';

/** So many are read ahead: whoever skips one or two finds the next at once, too. */
const AHEAD = 3;

/** Where an Aufgabe is read, below `/api/`. */
export function addressOf(id: string): string {
  return `aufgaben/${id}`;
}

/**
 * The Aufgaben that follow the open one, read before anybody opens them. The page shows one at once and reads it anew all
 * the same, so what is kept here is never older than a moment on screen. It goes with whoever has read it.
 */
@Injectable({ providedIn: 'root' })
export class AufgabenAhead {
  private readonly api = inject(Api);
  private kept = new Map<string, AufgabeView | 'asked'>();

  constructor() {
    const session = inject(Session);
    effect(() => {
      session.person();
      untracked(() => this.forget());
    });
    inject(LiveStream).listen((change) => {
      if (change === 'everything') this.forget();
      else if (change.noun === 'aufgabe') this.kept.delete(addressOf(change.id));
    });
  }

  /** Reads the first of these that are not there yet, and forgets all others. */
  read(ids: readonly string[]): void {
    const addresses = ids.slice(0, AHEAD).map(addressOf);
    const kept = (this.kept = new Map([...this.kept].filter(([address]) => addresses.includes(address))));
    for (const address of addresses.filter((one) => !kept.has(one))) {
      kept.set(address, 'asked');
      void this.keep(address);
    }
  }

  /** What was read ahead for this address, if anything; it is given once. */
  take(address: string): AufgabeView | null {
    const found = this.kept.get(address);
    if (found === undefined || found === 'asked') return null;
    this.kept.delete(address);
    return found;
  }

  private forget(): void {
    this.kept = new Map();
  }

  private async keep(address: string): Promise<void> {
    const answer = await this.api.get<AufgabeView>(`${address}?reading=ahead`);
    // Forgotten or changed meanwhile: then whoever opens it reads it.
    if (this.kept.get(address) !== 'asked') return;
    if (isRefusal(answer)) this.kept.delete(address);
    else this.kept.set(address, answer);
  }
}
