import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { placeObstacles, refusalOf } from './dokument.js';
import { lockDokumentForChange, type LockedDokument } from './lock-dokument.js';

export type { LockedDokument } from './lock-dokument.js';

/**
 * A Dokument in the register of an open Vorgang in which the person may work, for what lies beside its bytes: it may be final, and
 * somebody may have it checked out. Locks like `lockDokumentForChange`.
 */
export async function lockRegistered(tx: Transaction, dokumentId: Id): Promise<LockedDokument | Rejection> {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  return refusalOf(locked.dokument, placeObstacles(locked.dokument)) ?? locked;
}
