import { accepted, type OfficeWalk } from './office-walk.js';

/** A PDF of jana.petersen in the Vorgang, over the interface that the page uses. */
export async function addPaper(
  office: OfficeWalk,
  vorgangId: string,
  betreff: string,
  bytes: Buffer,
): Promise<{ dokumentId: string }> {
  const jana = await office.as('jana.petersen');
  const headers = { 'x-file-name': 'Gutachten.pdf', 'content-type': 'application/octet-stream' };
  const response = await jana.request('POST', '/api/dokumente/uploads', bytes, headers);
  const { id: uploadId } = (await response.json()) as { id: string };
  const details = { betreff, art: 'vermerk', date: '2026-11-20', state: 'entwurf' } as const;
  return accepted(await jana.act('dokument.addUpload', { uploadId, vorgangId, ...details }));
}
