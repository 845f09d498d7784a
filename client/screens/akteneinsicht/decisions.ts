import { computed, signal } from '@angular/core';
import type { Share, ShareableDokument, ShareChoice } from '../../../server/contract/akteneinsicht-views.js';
import type { ReasonCode } from '../../../server/contract/schwaerzung-views.js';

/** What is decided about each Dokument while somebody works on the list; null: not yet. */
export interface Decision {
  readonly share: Share | null;
  readonly reason: ReasonCode;
  readonly paragraph: string;
}

const OPEN: Decision = { share: null, reason: 'dritte', paragraph: '' };

/** The decisions of one package: one by one, for all that are shown, found by words. */
export class Decisions {
  readonly dokumente = signal<readonly ShareableDokument[]>([]);
  readonly query = signal('');
  readonly shown = computed(() => {
    const words = this.query().toLowerCase().split(/\s+/).filter(Boolean);
    return this.dokumente().filter(({ betreff, nummer, vorgang }) => {
      const text = `${vorgang} ${nummer} ${betreff}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  });
  readonly open = computed(() => this.dokumente().filter(({ id }) => this.of(id).share === null).length);
  readonly choices = computed<ShareChoice[]>(() =>
    this.dokumente().flatMap(({ id }) => {
      const { share, reason, paragraph } = this.of(id);
      if (share === null) return [];
      const kept = share === 'leftOut';
      return [{ dokumentId: id, share, reason: kept ? reason : null, paragraph: kept ? paragraph.trim() : '' }];
    }),
  );

  private readonly decided = signal<ReadonlyMap<string, Decision>>(new Map());

  of(id: string): Decision {
    return this.decided().get(id) ?? OPEN;
  }

  decide(id: string, change: Partial<Decision>): void {
    this.decided.update((decided) => new Map(decided).set(id, { ...this.of(id), ...change }));
  }

  /** The same for all that are shown; „geschwärzt“ only where there is a redacted Dokument. */
  decideShown(share: Share): void {
    for (const { id, redactedId } of this.shown())
      if (share !== 'redacted' || redactedId !== null) this.decide(id, { share });
  }
}
