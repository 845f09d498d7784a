import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Examination, ExaminedPart } from '../../server/contract/examination.js';
import { newId } from '../../server/platform/ids.js';
import { receiveEingang } from '../../server/posteingang/receive-eingang.js';
import { recordExamination } from '../../server/posteingang/record-examination.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** A letter that has just come in; nobody has looked into it. */
export async function receivedEingang(bench: ActBench, content = `%PDF-1.7 ${newId()}`): Promise<string> {
  const stored = done(await bench.objects.put(Readable.from([Buffer.from(content)])));
  const received = await bench.run(receiveEingang, {
    ...stored,
    channel: 'upload',
    sourceKey: newId(),
    fileName: 'Rechnung.pdf',
    receivedAt: bench.clock.now(),
  });
  return done(received).eingangId;
}

/** A letter on the desk, as if this had been found in it. */
export async function examinedEingang(bench: ActBench, own: Partial<Examination> = {}): Promise<string> {
  const eingangId = await receivedEingang(bench);
  done(await bench.run(recordExamination, { eingangId, examination: { ...NOTHING_FOUND, ...own } }));
  return eingangId;
}

export function examinedPart(position: number, own: Partial<ExaminedPart> = {}): ExaminedPart {
  return {
    position,
    kind: 'attachment',
    name: `Anlage ${position}.pdf`,
    originalName: null,
    mime: 'application/pdf',
    fileType: 'pdf',
    size: 7,
    sha256: createHash('sha256').update(`part ${position}`).digest('hex'),
    parent: null,
    outcome: 'geprueft',
    ...own,
  };
}

export const NOTHING_FOUND: Examination = {
  schema: 1,
  outcome: 'geprueft',
  reason: null,
  fileType: 'pdf',
  mime: 'application/pdf',
  virus: 'nichtGeprueft',
  kind: 'schreiben',
  confidence: 'unklar',
  title: 'Schreiben',
  sender: '',
  senderAddress: '',
  letterDate: null,
  amountCent: null,
  rechnung: null,
  aktenzeichen: [],
  pages: 1,
  textLayer: 'text',
  textExcerpt: '',
  places: [],
  warnings: [],
  parts: [],
  signatures: null,
  mail: null,
};
