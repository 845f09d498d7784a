import { sperreObstacles } from '../aussonderung/sperre.queries.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { receivedDokumente, emptyReceived, type ReceivedDokument } from './received.store.js';

/** What an Eingang became in its Vorgang, and everything that stands against taking it out again. */
export async function lookAtReceived(
  tx: Transaction,
  eingangId: Id,
  vorgangId: Id,
): Promise<{ readonly dokumente: readonly ReceivedDokument[]; readonly obstacles: readonly Rejection[] }> {
  const dokumente = await receivedDokumente(tx, eingangId);
  const obstacles: Rejection[] = [];
  const used = dokumente.filter((dokument) => dokument.vorgangId !== vorgangId || dokument.use === 'used');
  obstacles.push(...used.map(({ betreff }) => reject('posteingang.dokumentUsed', { betreff })));
  for (const { id, parentId } of dokumente) {
    if (parentId === null) obstacles.push(...(await sperreObstacles(tx, 'dokument', id)));
  }
  return { dokumente, obstacles };
}

/**
 * Takes out what an Eingang became: the numbers stay taken, the bytes are those of the Eingang, which keeps them. No bin takes
 * what was received, because it is evidence; here the evidence goes back to the desk.
 */
export async function takeOutReceived(
  tx: Transaction,
  dokumente: readonly ReceivedDokument[],
  personId: Id,
): Promise<void> {
  const ids = dokumente.map(({ id }) => id);
  await emptyReceived(tx, ids, { at: tx.clock.now(), by: personId, reason: 'Ablegen zurückgenommen' });
}
