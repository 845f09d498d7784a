import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { deleteUpload, findUpload } from './upload.store.js';

const input = z.object({ uploadId: z.uuid() });

/** A person drops a file that has become no version. */
export const dropUpload = act('dokument.dropUpload', input, async (tx, { uploadId }) => {
  const { id: personId } = personOf(tx);
  const upload = await findUpload(tx, uploadId, personId);
  if (!upload || !(await deleteUpload(tx, uploadId, personId))) return reject('dokument.uploadUnknown');
  tx.protokoll({ objectKind: 'upload', objectId: uploadId, payload: { sha256: upload.file.sha256 } });
  return {};
});
