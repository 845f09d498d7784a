import { Readable } from 'node:stream';
import type { DokumentView, VorgangView } from '../../../server/contract/views.js';
import { keepUpload } from '../../../server/dokument/keep-upload.js';
import { done } from '../closed-vorgang.js';
import { NOTHING_FOUND } from '../eingaenge.js';
import type { TestOffice } from '../office.js';

/** Every act of Dokumente. Returns an upload that waits, for its route. */
export async function workOnDokumente(office: TestOffice, vorgangId: string): Promise<{ uploadId: string }> {
  const dokumentId = await draft(office, vorgangId, 'Bescheid');
  const { version } = await registered(office, vorgangId, dokumentId);
  const details = { betreff: 'Bescheid, berichtigt', art: 'ausgang', date: '2026-11-20' } as const;
  const edited = done(await office.act('jana.petersen', 'dokument.editDokument', { dokumentId, version, ...details }));
  const next = { dokumentId, ...edited, uploadId: await upload(office, 'zweite'), comment: 'berichtigt' };
  done(await office.act('jana.petersen', 'dokument.addVersion', next));
  const uploadId = await upload(office, 'verworfen');
  done(await office.act('jana.petersen', 'dokument.dropUpload', { uploadId }));
  return { uploadId: await upload(office, 'wartet') };
}

async function draft(office: TestOffice, vorgangId: string, betreff: string): Promise<string> {
  const details = { betreff, art: 'ausgang', date: '2026-11-20', state: 'entwurf' } as const;
  const input = { uploadId: await upload(office, betreff), vorgangId, ...details };
  return done(await office.act('jana.petersen', 'dokument.addUpload', input)).dokumentId;
}

async function registered(office: TestOffice, vorgangId: string, dokumentId: string): Promise<DokumentView> {
  const { register } = done(await office.read<VorgangView>('jana.petersen', `/api/vorgaenge/${vorgangId}`));
  const found = register.find(({ id }) => id === dokumentId);
  if (!found) throw new Error(`the register does not hold ${dokumentId}`);
  return found;
}

async function upload(office: TestOffice, content: string): Promise<string> {
  const stored = done(await office.bench.objects.put(Readable.from([Buffer.from(content)])));
  const file = { ...stored, name: 'Bescheid.txt', mime: 'text/plain' };
  const input = { file, examination: NOTHING_FOUND, idempotencyKey: content };
  return done(await office.runner.run(office.bench.as('jana.petersen'), keepUpload, input)).id;
}
