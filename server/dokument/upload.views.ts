import type { UploadView } from '../contract/dokument-views.js';
import type { Upload } from './upload.store.js';

/** What the page shows of an upload, with proposals for its details. */
export function uploadView({ id, file, examination, uploadedAt }: Upload): UploadView {
  const { sha256, ...shown } = file;
  const notes = examination.reason ? [examination.reason, ...examination.warnings] : examination.warnings;
  return {
    id,
    sha256,
    file: { ...shown, url: `/api/dokumente/uploads/${id}`, text: null },
    uploadedAt: uploadedAt.toISOString(),
    // People name their files; what a parser takes for the title of a text is more often wrong than that.
    betreff: file.name.replace(/\.[\p{L}\p{N}]{1,8}$/u, ''),
    date: examination.letterDate,
    notes: notes.map(({ de, en }) => ({ de, en })),
  };
}

/** One sentence for each signature that the examination found in the bytes themselves. */
export function signatureSentences({ examination }: Upload): { de: string; en: string }[] {
  return (examination.signatures?.signatures ?? []).map(({ sentence }) => sentence);
}
