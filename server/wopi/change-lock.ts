import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { checkOut } from '../dokument/check-out.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import type { Transaction } from '../platform/transaction.js';
import { endEditing } from './end-editing.js';
import { lockDokumentToEdit } from './open-editor.js';
import { LOCK_MILLISECONDS, ruleOnLock, type LockRuling, type LockWish } from './wopi.js';
import { deleteLock, findLock, insertLock, lockLock, saveLock, type StoredLock } from './wopi.store.js';

/**
 * Does what an editor server wants of the lock of a Dokument, with the eyes and the rights of the person whose token it
 * has. A lock is a check-out: it is refused where a person could not check out, and everybody sees whose it is.
 */
export async function changeLock(
  runner: ActRunner,
  who: ActContext,
  dokumentId: Id,
  wish: LockWish,
): Promise<LockRuling | Rejection> {
  await endExpired(runner, who, dokumentId);
  const ruling = await runner.transaction(who, (tx) => judged(tx, dokumentId, wish));
  if (isRejection(ruling) || ruling.kind !== 'end' || wish.kind !== 'unlock') return ruling;
  await endEditing(runner, who.mandantId, dokumentId, { kind: 'unlocked', lock: wish.lock });
  return ruling;
}

/** A lock that has run out is ended as it should have been before somebody else gets the Dokument: nothing saved is lost. */
export async function endExpired(runner: ActRunner, who: ActContext, dokumentId: Id): Promise<void> {
  const expired = await runner.transaction(who, async (tx) => {
    const lock = await findLock(tx, dokumentId);
    return { yes: lock !== null && lock.expiresAt <= tx.clock.now() };
  });
  if (!isRejection(expired) && expired.yes) await endEditing(runner, who.mandantId, dokumentId, { kind: 'expired' });
}

/** The lock as it counts: not where the check-out behind it has ended. */
export function standing(lock: StoredLock | null): StoredLock | null {
  return lock?.standing ? lock : null;
}

async function judged(tx: Transaction, dokumentId: Id, wish: LockWish): Promise<LockRuling | Rejection> {
  if (wish.kind === 'get') {
    await tx.requireRight('read', 'dokument', dokumentId);
    return ruleOnLock(standing(await findLock(tx, dokumentId)), wish, tx.clock.now());
  }
  const locked = await lockDokumentToEdit(tx, dokumentId);
  // A person who took the Dokument over from the editor server must not be refused a reason to stop: no lock is there.
  if (isRejection(locked)) return locked;
  const stored = await lockLock(tx, dokumentId);
  const ruling = ruleOnLock(standing(stored), wish, tx.clock.now());
  const expiresAt = new Date(tx.clock.now().getTime() + LOCK_MILLISECONDS);
  if (ruling.kind === 'take' && wish.kind === 'lock') {
    if (stored) await deleteLock(tx, dokumentId);
    const { version } = locked.dokument;
    const out = await checkOut(tx, { dokumentId, version });
    if (isRejection(out)) return out;
    await insertLock(tx, { mandantId: tx.mandantId, dokumentId, lock: wish.lock, expiresAt });
  }
  if ((ruling.kind === 'keep' || ruling.kind === 'change') && 'lock' in wish) {
    await saveLock(tx, dokumentId, { lock: wish.lock, expiresAt });
  }
  return ruling;
}
