import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { cancelCheckout } from '../dokument/cancel-checkout.js';
import { checkIn } from '../dokument/check-in.js';
import { lockDokumentForChange } from '../dokument/lock-dokument.js';
import { loadPerson } from '../identity/identity.queries.js';
import type { ActRunner } from '../platform/act-runner.js';
import { logger } from '../platform/logger.js';
import type { Transaction } from '../platform/transaction.js';
import { deleteLock, findLock, lockLock, namesOf, type StoredLock } from './wopi.store.js';

/** Why it ends: the editor server gives this lock back, or its lock has run out. */
export type Ending = { readonly kind: 'unlocked'; readonly lock: string } | { readonly kind: 'expired' };

const SYSTEM = { kind: 'system', name: 'wopi' } as const;

/**
 * Ends the work of an editor server on a Dokument: what it saved last becomes one version of whoever has the Dokument
 * checked out, however often it saved in between; where it saved nothing, the Dokument is given back as it was.
 *
 * Where that is refused (the person was switched off, or has lost the right), the check-out and the draft stay with the
 * person: the Registratur can take the Dokument over, and no work is lost.
 */
export async function endEditing(runner: ActRunner, mandantId: Id, dokumentId: Id, ending: Ending): Promise<void> {
  const system = { mandantId, actor: SYSTEM };
  const owner = await runner.transaction(system, async (tx) => {
    const lock = await findLock(tx, dokumentId);
    return { person: lock && (await loadPerson(tx, lock.personId)) };
  });
  if (isRejection(owner)) return;
  const ended = owner.person
    ? await runner.transaction({ mandantId, actor: owner.person }, (tx) => finish(tx, dokumentId, ending))
    : null;
  if (ended && !isRejection(ended)) return;
  const left = await runner.transaction(system, async (tx) => {
    const lock = await lockLock(tx, dokumentId);
    if (lock && isOver(tx, lock, ending)) await deleteLock(tx, dokumentId);
    return {};
  });
  const reason = ended?.code ?? 'no such person';
  logger.warn({ dokumentId, reason, left }, 'what was edited in the browser stays a draft');
}

async function finish(tx: Transaction, dokumentId: Id, ending: Ending): Promise<object | Rejection> {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const lock = await lockLock(tx, dokumentId);
  // Another request was faster, or the editor server has come back in the meantime.
  if (!lock || !isOver(tx, lock, ending)) return {};
  await deleteLock(tx, dokumentId);
  // Taken over, or checked in by hand: the draft waits with its person.
  if (!lock.standing) return {};
  if (lock.uploadId === null) return cancelCheckout(tx, { dokumentId });
  return checkIn(tx, { dokumentId, uploadId: lock.uploadId, comment: await commentOf(tx, lock) });
}

function isOver(tx: Transaction, lock: StoredLock, ending: Ending): boolean {
  return ending.kind === 'unlocked' ? lock.lock === ending.lock : lock.expiresAt <= tx.clock.now();
}

async function commentOf(tx: Transaction, { editors, personId }: StoredLock): Promise<string> {
  const others = editors.filter((id) => id !== personId);
  if (others.length === 0) return 'im Browser bearbeitet';
  const names = await namesOf(tx, others);
  return `im Browser bearbeitet, gemeinsam mit ${names.join(', ')}`.slice(0, 500);
}
