import { saveGiven } from '../akte/given.queries.js';
import type { Transaction } from '../platform/transaction.js';
import { saveEnded, type EndedWeitergabe, type Weitergabe } from './weitergabe.store.js';

/**
 * Ends a Weitergabe. The Akte rests for good where its responsibility has been taken over, and is worked in again where it has
 * not. Part of the acts that end one.
 */
export async function endWeitergabe(tx: Transaction, found: Weitergabe, ended: EndedWeitergabe): Promise<void> {
  const { id, akteId, kind, recipient } = found;
  await tx.asSystem(async (all) => {
    await saveEnded(all, id, ended);
    if (kind !== 'zustaendigkeit') return;
    await saveGiven(all, akteId, ended.state === 'uebernommen' ? { recipient, since: tx.clock.today() } : null);
  });
}
