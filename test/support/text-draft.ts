import type { AktenplanHits } from '../../server/contract/aktenplan-views.js';
import type { UploadView } from '../../server/contract/dokument-views.js';
import type { ApiClient } from './api-client.js';
import { done } from './closed-vorgang.js';

/** A text of this person in a new Akte, made through the API. */
export async function textDraft(client: ApiClient): Promise<{ vorgangId: string; dokumentId: string }> {
  const { einheiten } = await client.get<AktenplanHits>('/api/aktenplan/treffer?q=20.31');
  const einheitId = einheiten.find(({ kennzeichen }) => kennzeichen.startsWith('20.31.'))?.id ?? einheiten[0]?.id ?? '';
  const { akteId } = done(await client.act('akte.openAkte', { einheitId, betreff: 'Editor', federfuehrungId: null }));
  const { vorgangId } = done(await client.act('akte.openVorgang', { akteId, betreff: 'Brief' }));
  const sent = await client.request('POST', '/api/dokumente/uploads', Buffer.from('Sehr geehrte Frau Ruf'), {
    ...{ 'x-file-name': 'Brief.txt', 'content-type': 'application/octet-stream' },
  });
  const { id: uploadId } = (await sent.json()) as UploadView;
  const details = { betreff: 'Brief', art: 'ausgang', date: '2026-11-20', state: 'entwurf' } as const;
  const { dokumentId } = done(await client.act('dokument.addUpload', { uploadId, vorgangId, ...details }));
  return { vorgangId, dokumentId };
}
