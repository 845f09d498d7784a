import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import { authorOf, personOf, type Transaction } from '../platform/transaction.js';
import type { Dokument } from './dokument.js';
import { insertVersions, touchDokument } from './dokument.store.js';
import { deleteUpload, findUpload } from './upload.store.js';
import { signatureSentences } from './upload.views.js';

/** Part of every act that brings a further version: the person's upload is used up and becomes it. */
export async function appendVersion(
  tx: Transaction,
  { id: dokumentId, vorgangId, betreff, newest }: Dokument,
  uploadId: Id,
  comment: string,
): Promise<{ version: number; nummer: number } | Rejection> {
  const { id: personId } = personOf(tx);
  const upload = await findUpload(tx, uploadId, personId);
  if (!upload) return reject('dokument.uploadUnknown');
  if (upload.file.sha256 === newest.sha256) return reject('dokument.sameBytes', { nummer: newest.nummer });
  const nummer = newest.nummer + 1;
  const author = { createdBy: authorOf(tx.actor), createdById: personId };
  const own = { id: newId(), signatures: signatureSentences(upload), ...author };
  await insertVersions(tx, [{ ...own, dokumentId, nummer, file: upload.file, comment }], tx.clock.now());
  if (!(await deleteUpload(tx, uploadId, personId))) return reject('dokument.uploadUnknown');
  const note = comment === '' ? '' : `: ${comment}`;
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: {
      ...{ dokumentId, nummer, sha256: upload.file.sha256, size: upload.file.size, comment },
      text: { de: `Fassung ${nummer} von „${betreff}“${note}`, en: `Version ${nummer} of “${betreff}”${note}` },
    },
  });
  tx.changed('vorgang', vorgangId);
  return { version: await touchDokument(tx, dokumentId), nummer };
}
