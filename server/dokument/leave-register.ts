import { isRejection, reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { refusalOf, type Dokument } from './dokument.js';
import { lockDokumentForChange } from './lock-dokument.js';
import type { PlaceFacts } from './place.js';
import { loadPlaceFacts, placeOutside } from './place.store.js';

interface Leaving {
  readonly place: 'bin' | 'unlinked';
  /** What stands against it, all of it. */
  obstacles(dokument: Dokument, facts: PlaceFacts): Rejection[];
  /** What was done, as the history of the Vorgang says it before the reason. */
  words(nummer: number, betreff: string): Sentence;
}

interface Wish {
  readonly dokumentId: Id;
  readonly version: number;
  readonly reason: string;
}

/** Takes a Dokument with its Anlagen out of the register of its Vorgang, to where `leaving` says. Part of the acts for it. */
export async function leaveRegister(
  tx: Transaction,
  { dokumentId, version, reason }: Wish,
  { place, obstacles, words }: Leaving,
): Promise<{ version: number } | Rejection> {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const facts = await loadPlaceFacts(tx, dokumentId, vorgang.id);
  const refused = refusalOf(dokument, obstacles(dokument, facts));
  if (refused) return refused;
  if (dokument.version !== version) return reject('platform.stale');
  const dokumentIds = await placeOutside(tx, dokumentId, { place, at: tx.clock.now(), by: personOf(tx).id, reason });
  const { betreff, nummer } = dokument;
  const { de, en } = words(nummer, betreff);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId, dokumentIds, nummer, sha256: dokument.newest.sha256, reason },
      text: { de: `${de}. Grund: ${reason}`, en: `${en}. Reason: ${reason}` },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: version + 1 };
}
