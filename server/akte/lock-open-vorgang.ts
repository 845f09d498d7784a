import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { requireOpen, type Vorgang } from './akte.js';
import { lockVorgang } from './akte.store.js';

/**
 * The Vorgang, locked, if it may be changed, and by this person. Every act that changes what lies in a Vorgang goes through here, so that a
 * rule about when a Vorgang rests has one place.
 */
export async function lockOpenVorgang(tx: Transaction, vorgangId: Id): Promise<Vorgang | Rejection> {
  await tx.requireRight('work', 'vorgang', vorgangId);
  const vorgang = await lockVorgang(tx, vorgangId);
  if (!vorgang) return reject('platform.notFound');
  return requireOpen(vorgang) ?? vorgang;
}

/** Two Vorgaenge, each as above; locked in the order of their ids, so that two moves in opposite directions never wait for each other. */
export async function lockOpenVorgaenge(tx: Transaction, ids: readonly Id[]): Promise<Map<Id, Vorgang> | Rejection> {
  const locked = new Map<Id, Vorgang>();
  for (const id of [...ids].sort()) {
    const vorgang = await lockOpenVorgang(tx, id);
    if (isRejection(vorgang)) return vorgang;
    locked.set(id, vorgang);
  }
  return locked;
}
