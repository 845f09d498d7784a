import { reject, type Rejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import { personOf, type Transaction } from '../transaction.js';
import { deleteUpload, findUpload } from './upload.store.js';

/** What an act gets: bytes that are stored, and the name under which they came. */
export interface TakenUpload {
  readonly sha256: string;
  readonly size: number;
  /** Fit to be shown and saved anywhere. */
  readonly fileName: string;
}

/**
 * Hands a finished upload of the acting person to an act, once: the upload is gone with the commit, and there again when
 * the act is rolled back. Until the act has written its row, the bytes are kept because they are new.
 *
 * @returns `platform.notFound` where there is none of this person, `upload.incomplete` where it is not finished
 */
export async function takeUpload(tx: Transaction, uploadId: Id): Promise<TakenUpload | Rejection> {
  const upload = await findUpload(tx, personOf(tx).id, uploadId, 'lock');
  if (!upload) return reject('platform.notFound');
  const { sha256, size, received, fileName } = upload;
  if (sha256 === null) return reject('upload.incomplete', { size, received });
  await deleteUpload(tx, uploadId);
  return { sha256, size, fileName };
}
