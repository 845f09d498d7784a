import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { WeitergabeState } from '../contract/weitergabe-views.js';
import type { Transaction } from '../platform/transaction.js';
import { requireState } from './weitergabe.js';
import { findWeitergabe, lockWeitergabe, type Weitergabe } from './weitergabe.store.js';

/** A Weitergabe as the person's page showed it, locked, if the person works in its Akte and it is in one of these states. */
export async function lockOwn(
  tx: Transaction,
  { weitergabeId, version }: { readonly weitergabeId: Id; readonly version: number },
  states: readonly WeitergabeState[],
): Promise<Weitergabe | Rejection> {
  const seen = await findWeitergabe(tx, weitergabeId);
  if (!seen) return reject('platform.notFound');
  await tx.requireRight('work', 'akte', seen.akteId);
  const found = await lockWeitergabe(tx, weitergabeId);
  if (!found) return reject('platform.notFound');
  const refused = requireState(found.state, states);
  if (refused) return refused;
  return found.version === version ? found : reject('platform.stale');
}
