import type { Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import type { ZeichnungArt } from './zeichnung.js';
import { insertZeichnung } from './zeichnung.store.js';

export interface MappeZeichnung {
  readonly vorgangId: Id;
  readonly aufgabeId: Id;
  readonly art: ZeichnungArt;
  readonly fuerId: Id | null;
  readonly decision: string;
  readonly bemerkung: string;
  /** One for each Dokument of the Umlaufmappe: the version that was seen, or the one that a signature has made. */
  readonly versionIds: readonly Id[];
}

/** Part of answering at a station of a Laufweg: one Zeichnung for each Dokument, bound to its version. */
export async function recordMappe(tx: Transaction, { versionIds, ...zeichnung }: MappeZeichnung): Promise<void> {
  const common = { ...zeichnung, mandantId: tx.mandantId, personId: personOf(tx).id, at: tx.clock.now() };
  for (const versionId of versionIds) await insertZeichnung(tx, { ...common, id: newId(), versionId });
}
