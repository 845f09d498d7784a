import { reject, type Rejection } from '../contract/rejections.js';
import type { ErsuchenDirection, ErsuchenState } from '../contract/ersuchen-views.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { refuseState } from './ersuchen.js';
import { lockErsuchen, type Ersuchen } from './ersuchen.store.js';

/** An Ersuchen as the person's page showed it, locked, if it is still in one of these states. */
export async function lockShown(
  tx: Transaction,
  { ersuchenId, version }: { readonly ersuchenId: Id; readonly version: number },
  direction: ErsuchenDirection,
  states: readonly ErsuchenState[],
): Promise<Ersuchen | Rejection> {
  const found = await lockErsuchen(tx, ersuchenId);
  if (found?.direction !== direction) return reject('platform.notFound');
  const refused = refuseState(found.state, states);
  if (refused) return refused;
  return found.version === version ? found : reject('platform.stale');
}
