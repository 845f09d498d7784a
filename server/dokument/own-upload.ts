import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { deleteUpload, findUpload } from './upload.store.js';

/** The file of an upload of the acting person, for acts that make something else of it than a version. */
export async function ownUpload(tx: Transaction, uploadId: Id): Promise<StoredFile | Rejection> {
  const upload = await findUpload(tx, uploadId, personOf(tx).id);
  return upload ? upload.file : reject('dokument.uploadUnknown');
}

/** Uses an upload up, once. @returns the refusal where it is not there any more */
export async function useUpload(tx: Transaction, uploadId: Id): Promise<Rejection | null> {
  return (await deleteUpload(tx, uploadId, personOf(tx).id)) ? null : reject('dokument.uploadUnknown');
}
