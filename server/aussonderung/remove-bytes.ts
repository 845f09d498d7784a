import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import { forgetProtection, lockHash } from './protection.store.js';
import { isReferenced, openHashes, saveOutcome, type Outcome } from './vernichtung-objects.store.js';

export type RemovingStore = Pick<ObjectStore, 'remove' | 'protection'>;

const BATCH = 50;
// Somebody may be storing the same bytes just now and write the row that refers to them in a moment; making the package of
// a large Abgabe takes minutes.
const UNUSED_MILLISECONDS = 15 * 60_000;

/**
 * Takes the bytes of destroyed versions out of the store, where no other record refers to them: all records of all
 * Mandanten share one store by content. Repeating it does no harm; what is gone counts as removed.
 * @returns whether all are dealt with, or a Rejection while every remaining one was stored again a moment ago
 */
export async function removeBytes(
  tx: Transaction,
  objects: RemovingStore,
  vernichtungId: Id,
): Promise<{ open: 'none' | 'some' } | Rejection> {
  const hashes = await openHashes(tx, vernichtungId, BATCH);
  let dealtWith = 0;
  for (const hash of hashes) {
    await lockHash(tx, hash);
    const outcome = await removeOne(tx, objects, hash);
    if (outcome === null) continue;
    await saveOutcome(tx, vernichtungId, hash, outcome);
    if (outcome.outcome === 'removed') await forgetProtection(tx, hash);
    dealtWith += 1;
  }
  if (hashes.length > 0 && dealtWith === 0) return reject('aussonderung.bytesInUse', { count: hashes.length });
  return { open: dealtWith === hashes.length && hashes.length < BATCH ? 'none' : 'some' };
}

/** null: stored again a moment ago, so nobody can say yet. */
async function removeOne(tx: Transaction, objects: RemovingStore, hash: string): Promise<Outcome | null> {
  if (await isReferenced(tx, hash)) return { outcome: 'shared', lockedUntil: null };
  if ((await objects.remove(hash, UNUSED_MILLISECONDS)) === 'removed') return { outcome: 'removed', lockedUntil: null };
  const protection = await objects.protection(hash);
  if (protection === 'missing') return { outcome: 'removed', lockedUntil: null };
  if (protection === 'unsupported') return null;
  const isKept = protection.held || protection.until !== null;
  return isKept ? { outcome: 'locked', lockedUntil: protection.until } : null;
}
