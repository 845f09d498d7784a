import type { AccessPlace } from '../contract/access-views.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { rootEinheiten } from './access.store.js';

/** Whoever says who may do what at a place manages it; the whole Aktenplan is managed by who manages all its branches. */
export async function requireManageAt(tx: Transaction, place: AccessPlace): Promise<void> {
  if (place.kind === 'plan') await tx.requireRight('manage', 'aktenplaneinheit', ...(await rootEinheiten(tx)));
  else await tx.requireRight('manage', place.kind, place.id);
}

/** The object under which the Protokoll tells of a change of rights at a place. */
export function protokollPlace(
  tx: Pick<Transaction, 'mandantId'>,
  place: AccessPlace,
): { objectKind: string; objectId: Id } {
  return place.kind === 'plan'
    ? { objectKind: 'mandant', objectId: tx.mandantId }
    : { objectKind: place.kind, objectId: place.id };
}

/** Open screens read again; of a protected Akte only those hear who see it. */
export function tellChange(tx: Transaction, place: AccessPlace): void {
  if (place.kind === 'akte') tx.changed('akte', place.id);
  else tx.changed('access', place.kind === 'plan' ? tx.mandantId : place.id);
}
