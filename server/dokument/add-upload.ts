import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { calendarDay, lineOfText } from '../platform/typed-text.js';
import { personOf } from '../platform/transaction.js';
import { addDokument } from './add-dokument.js';
import { DOKUMENT_ARTEN, stateOfNew } from './dokument.js';
import { deleteUpload, findUpload } from './upload.store.js';
import { signatureSentences } from './upload.views.js';

const input = z.object({
  uploadId: z.uuid(),
  vorgangId: z.uuid(),
  betreff: lineOfText(500),
  art: z.enum(DOKUMENT_ARTEN),
  date: calendarDay().nullable(),
  state: z.enum(['entwurf', 'gueltig']),
});

/** A person puts an uploaded file into a Vorgang. The upload is used up: the same file twice is two Dokumente on purpose. */
export const addUpload = act('dokument.addUpload', input, async (tx, { uploadId, state, ...details }) => {
  const { id: personId } = personOf(tx);
  const upload = await findUpload(tx, uploadId, personId);
  if (!upload) return reject('dokument.uploadUnknown');
  const added = await addDokument(tx, {
    ...details,
    parentId: null,
    state: stateOfNew(details.art, state),
    eingangId: null,
    file: upload.file,
    signatures: signatureSentences(upload),
  });
  if (isRejection(added)) return added;
  return (await deleteUpload(tx, uploadId, personId)) ? added : reject('dokument.uploadUnknown');
});
