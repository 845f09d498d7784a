import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import type { Vorgang } from '../akte/akte.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import type { Dokument } from './dokument.js';
import { lockDokument, placeOfDokument } from './dokument.store.js';

export interface LockedDokument {
  readonly dokument: Dokument;
  readonly vorgang: Vorgang;
}

/** A Dokument of an open Vorgang, both locked, the Vorgang first: whoever adds, closes and moves does it in that order. */
export async function lockDokumentForChange(tx: Transaction, dokumentId: Id): Promise<LockedDokument | Rejection> {
  const found = await placeOfDokument(tx, dokumentId);
  if (!found) return reject('platform.notFound');
  const vorgang = await lockOpenVorgang(tx, found.vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const dokument = await lockDokument(tx, dokumentId);
  // Moved or deleted while we waited for its Vorgang.
  if (dokument?.vorgangId !== found.vorgangId) return reject('platform.stale');
  return { dokument, vorgang };
}
