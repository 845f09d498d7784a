import { Readable } from 'node:stream';
import type { OwnDokumente } from '../../../server/contract/dokument-views.js';
import type { DokumentView, VorgangView } from '../../../server/contract/views.js';
import { keepUpload } from '../../../server/dokument/keep-upload.js';
import { done } from '../closed-vorgang.js';
import { NOTHING_FOUND } from '../eingaenge.js';
import type { TestOffice } from '../office.js';
import { filedRechnung } from '../rechnung.js';

/** Every act of Dokumente. Returns an upload that waits and a Dokument with two versions, for their routes. */
export async function workOnDokumente(
  office: TestOffice,
  vorgangId: string,
): Promise<{ uploadId: string; versionedId: string }> {
  const dokumentId = await draft(office, vorgangId, 'Bescheid');
  const { version } = await registered(office, vorgangId, dokumentId);
  const details = { betreff: 'Bescheid, berichtigt', art: 'ausgang', date: '2026-11-20' } as const;
  const edited = done(await office.act('jana.petersen', 'dokument.editDokument', { dokumentId, version, ...details }));
  const next = { dokumentId, ...edited, uploadId: await upload(office, 'zweite'), comment: 'berichtigt' };
  done(await office.act('jana.petersen', 'dokument.addVersion', next));
  const uploadId = await upload(office, 'verworfen');
  done(await office.act('jana.petersen', 'dokument.dropUpload', { uploadId }));
  await checkOutAndIn(office, vorgangId);
  await moveAndDiscard(office, vorgangId);
  return { uploadId: await upload(office, 'wartet'), versionedId: dokumentId };
}

/** Checked out, given back, checked out again, taken over, given back, checked out and in, settled, and reset. */
async function checkOutAndIn(office: TestOffice, vorgangId: string): Promise<void> {
  const dokumentId = await draft(office, vorgangId, 'Vermerk');
  const [jana, helga] = ['jana.petersen', 'helga.brandt'] as const;
  const version = async () => (await registered(office, vorgangId, dokumentId)).version;
  done(await office.act(jana, 'dokument.checkOut', { dokumentId, version: await version() }));
  done(await office.act(jana, 'dokument.cancelCheckout', { dokumentId }));
  done(await office.act(jana, 'dokument.checkOut', { dokumentId, version: await version() }));
  done(await office.act(helga, 'dokument.takeCheckout', { dokumentId, reason: 'Frist läuft ab' }));
  const own = done(await office.read<OwnDokumente>(jana, '/api/dokumente/eigene'));
  for (const { checkoutId } of own.taken) done(await office.act(jana, 'dokument.seeTaken', { checkoutId }));
  done(await office.act(helga, 'dokument.cancelCheckout', { dokumentId }));
  done(await office.act(jana, 'dokument.checkOut', { dokumentId, version: await version() }));
  const uploadId = await upload(office, 'eingecheckt');
  done(await office.act(jana, 'dokument.checkIn', { dokumentId, uploadId, comment: 'fertig' }));
  done(await office.act(jana, 'dokument.finalizeDokument', { dokumentId, version: await version() }));
  const reset = { dokumentId, version: await version(), reason: 'Schreibfehler' };
  done(await office.act(helga, 'dokument.resetFinal', reset));
}

/** Taken out and filed again, thrown away and restored, thrown away and deleted. */
async function moveAndDiscard(office: TestOffice, vorgangId: string): Promise<void> {
  const jana = 'jana.petersen';
  const dokumentId = await draft(office, vorgangId, 'Irrläufer');
  const { version } = await registered(office, vorgangId, dokumentId);
  const reason = 'gehört nicht hierher';
  const out = done(await office.act(jana, 'dokument.takeOut', { dokumentId, version, reason }));
  done(await office.act(jana, 'dokument.moveDokument', { dokumentId, ...out, vorgangId, reason }));
  const { vorgangId: other } = await filedRechnung(office, { betragCent: 15_000 });
  const again = (await registered(office, vorgangId, dokumentId)).version;
  done(await office.act(jana, 'dokument.moveDokument', { dokumentId, version: again, vorgangId: other, reason }));
  const moved = (await registered(office, other, dokumentId)).version;
  const binned = done(await office.act(jana, 'dokument.discardDokument', { dokumentId, version: moved, reason }));
  const back = done(await office.act(jana, 'dokument.restoreDokument', { dokumentId, ...binned }));
  const gone = done(await office.act(jana, 'dokument.discardDokument', { dokumentId, ...back, reason }));
  done(await office.act('helga.brandt', 'dokument.deleteDokument', { dokumentId, ...gone, reason }));
}

/** A draft of jana.petersen, a text. */
export async function draft(office: TestOffice, vorgangId: string, betreff: string): Promise<string> {
  const details = { betreff, art: 'ausgang', date: '2026-11-20', state: 'entwurf' } as const;
  const input = { uploadId: await upload(office, betreff), vorgangId, ...details };
  return done(await office.act('jana.petersen', 'dokument.addUpload', input)).dokumentId;
}

export async function registered(office: TestOffice, vorgangId: string, dokumentId: string): Promise<DokumentView> {
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
