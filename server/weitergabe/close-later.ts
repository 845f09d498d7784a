import type { Transaction } from '../platform/transaction.js';
import type { Weitergabe } from './weitergabe.store.js';

/** Tells the other Mandant after the commit that its offer has ended, where there is one. */
export async function closeLater(
  tx: Transaction,
  { id, toMandantId }: Weitergabe,
  state: 'zurueckgezogen' | 'abgelaufen',
): Promise<void> {
  if (toMandantId === null) return;
  await tx.enqueue('weitergabe.close', id, { weitergabeId: id, toMandantId, state });
}
