import type { Id } from '../contract/views.js';
import type { CrossingInput } from '../mandant/cross-mandant.js';
import type { Transaction } from '../platform/transaction.js';
import { lockErsuchen, type Ersuchen } from './ersuchen.store.js';

export type AboutAsked = CrossingInput & { readonly ersuchenId: Id };

/** One that we asked and that this Mandant may answer, locked; null where it has ended, which is no fault of whoever comes. */
export async function lockAsked(
  tx: Transaction,
  { ersuchenId, comingFrom }: AboutAsked,
): Promise<(Ersuchen & { readonly vorgangId: Id }) | null> {
  const found = await lockErsuchen(tx, ersuchenId);
  if (found?.otherMandantId !== comingFrom || found.direction !== 'gestellt' || found.vorgangId === null) return null;
  const isOpen = found.state === 'offen' || found.state === 'angenommen';
  return isOpen ? { ...found, vorgangId: found.vorgangId } : null;
}
