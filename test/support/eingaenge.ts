import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Examination, ExaminedPart } from '../../server/contract/examination.js';
import { newId } from '../../server/platform/ids.js';
import { acceptEingang } from '../../server/posteingang/accept-eingang.js';
import { assignEingang } from '../../server/posteingang/assign-eingang.js';
import { forwardEingang } from '../../server/posteingang/forward-eingang.js';
import { orderReceipt } from '../../server/posteingang/order-receipt.js';
import { receiveEingang } from '../../server/posteingang/receive-eingang.js';
import { recordExamination } from '../../server/posteingang/record-examination.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { idOf, openedVorgang, versionOf } from './records.js';

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

/** Whom an Eingang is given to: a person by login, or a unit by code. */
export type To = { readonly login: string } | { readonly unit: string };

/** A letter that the Poststelle has forwarded; nobody has answered yet. */
export async function forwardedEingang(bench: ActBench, to: To): Promise<string> {
  const eingangId = await examinedEingang(bench);
  const version = await versionOf(bench, 'eingang', eingangId);
  const receiver =
    'login' in to
      ? { kind: 'person', id: bench.personId(to.login) }
      : { kind: 'unit', id: await idOf(bench, 'unit', 'code', to.unit) };
  done(await bench.perform('ines.vogt', forwardEingang, { eingangId, version, receiver, note: 'Bitte ablegen' }));
  return eingangId;
}

/** The same, accepted by this person. */
export async function acceptedEingang(bench: ActBench, to: To, login: string): Promise<string> {
  const eingangId = await forwardedEingang(bench, to);
  const version = await versionOf(bench, 'eingang', eingangId);
  done(await bench.perform(login, acceptEingang, { eingangId, version }));
  return eingangId;
}

export const SENDER = 'anna.muster@dach.example';

/** What was found in a mail of somebody who waits for a receipt. */
export const MAIL: Partial<Examination> = {
  sender: 'Anna Muster',
  senderAddress: SENDER,
  mail: {
    from: `Anna Muster <${SENDER}>`,
    to: 'post@musterkreis.example',
    subject: 'Dach',
    date: null,
    messageId: null,
  },
};

/** A mail that was filed in an open Vorgang of its own. */
export async function filedMail(bench: ActBench, own: Partial<Examination> = {}) {
  const eingangId = await examinedEingang(bench, { ...MAIL, ...own });
  const { vorgangId, akteId, aktenzeichen } = await openedVorgang(bench);
  const target = { kind: 'vorgang', vorgangId } as const;
  const input = { eingangId, version: 2, target, betreff: 'Undichtes Dach', letterDate: null, processId: null };
  done(await bench.perform('ines.vogt', assignEingang, input));
  return { eingangId, vorgangId, akteId, aktenzeichen };
}

/** The same with an ordered receipt, and the version of that. */
export async function orderedReceipt(bench: ActBench) {
  const filed = await filedMail(bench);
  const { version } = done(await bench.perform('ines.vogt', orderReceipt, { eingangId: filed.eingangId, version: 1 }));
  return { ...filed, version };
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
