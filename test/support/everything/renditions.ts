import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { keepUpload } from '../../../server/dokument/keep-upload.js';
import { createRenditionMaker } from '../../../server/dokument/rendition/rendition-maker.js';
import { done } from '../closed-vorgang.js';
import { NOTHING_FOUND } from '../eingaenge.js';
import { DOCX, docxLike, fakeOffice } from '../fake-office.js';
import type { TestOffice } from '../office.js';

/** An office file whose preview is ordered once more and made. Returns its Dokument. */
export async function makeRendition(office: TestOffice, vorgangId: string): Promise<string> {
  const { runner, clock, objects, database } = office.bench;
  const stored = done(await objects.put(Readable.from([docxLike()])));
  const file = { ...stored, name: 'Kalkulation.docx', mime: DOCX };
  const kept = { file, examination: NOTHING_FOUND, idempotencyKey: null };
  const { id: uploadId } = done(await runner.run(office.bench.as('jana.petersen'), keepUpload, kept));
  const details = { betreff: 'Kalkulation', art: 'ausgang', date: '2026-11-20', state: 'gueltig' } as const;
  const input = { uploadId, vorgangId, ...details };
  const { dokumentId } = done(await office.act('jana.petersen', 'dokument.addUpload', input));
  done(await office.act('jana.petersen', 'dokument.orderRendition', { dokumentId, nummer: 1 }));
  const program = await fakeOffice();
  const parts = { database, runner, clock, objects, scratchFolder: tmpdir() };
  await createRenditionMaker({ ...parts, findOffice: () => program }).drain();
  return dokumentId;
}
