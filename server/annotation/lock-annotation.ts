import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Permission } from '../contract/permissions.js';
import type { Id } from '../contract/views.js';
import { lockRegistered, type LockedDokument } from '../dokument/lock-registered.js';
import { permits } from '../platform/permits.js';
import type { Transaction } from '../platform/transaction.js';
import type { Annotation, Reach } from './annotation.js';
import { dokumentOfAnnotation, lockAnnotation } from './annotation.store.js';

/** Whoever has it clears away what others have noted; the words of others nobody changes. */
export const REMOVES_ALL: Permission = 'annotation.remove';

export interface LockedAnnotation extends LockedDokument {
  readonly annotation: Annotation;
  readonly reach: Reach;
}

/**
 * An annotation of a Dokument in an open Vorgang, locked after both, as everybody does who changes a Dokument: who closes the
 * Vorgang meanwhile has either waited for the note or closed it before.
 */
export async function lockForChange(tx: Transaction, id: Id, version: number): Promise<LockedAnnotation | Rejection> {
  const dokumentId = await dokumentOfAnnotation(tx, id);
  if (dokumentId === null) return reject('platform.notFound');
  const locked = await lockRegistered(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const annotation = await lockAnnotation(tx, id);
  if (!annotation) return reject('platform.notFound');
  if (annotation.version !== version) return reject('platform.stale');
  return { ...locked, annotation, reach: permits(tx.actor, REMOVES_ALL) ? 'all' : 'own' };
}
