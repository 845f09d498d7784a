import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import type { Mark, MarkBox } from '../../server/contract/schwaerzung-views.js';
import { composePdf } from '../../server/platform/pdf/compose-pdf.js';
import { A4 } from '../../server/platform/pdf/drawing.js';
import { createRedactor } from '../../server/schwaerzung/redactor.js';
import { createMakeSchwaerzung } from '../../server/schwaerzung/make-schwaerzung.js';
import { saveEntwurf } from '../../server/schwaerzung/save-entwurf.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { addedDokument, openedVorgang } from './records.js';

/** Where the name stands on the page below. */
export const NAME_BOX: MarkBox = [98, 696, 165, 712];

/** A letter of one page with a name in it, in bytes. */
export function namedLetter(name = 'Musterfrau'): Buffer {
  const info = { title: 'Brief', author: 'Kreis', language: 'de-DE', createdAt: null } as const;
  const run = (text: string, x: number) =>
    ({ text, x, baseline: 700, size: 12, weight: 'Regular', colour: [0, 0, 0] }) as const;
  const runs = [run(name, 100), run('wohnt in Altena', 200)];
  return Buffer.from(composePdf(info, [{ ...A4, items: [{ kind: 'text', role: 'P', runs }] }]));
}

/** That letter as a Dokument of an open Vorgang. */
export async function letterInVorgang(bench: ActBench, own: { mime?: string } = {}) {
  const { akteId, vorgangId } = await openedVorgang(bench);
  const bytes = namedLetter();
  const stored = done(await bench.objects.put(Readable.from([bytes])));
  const file = { ...stored, mime: own.mime ?? 'application/pdf', name: 'Brief.pdf' };
  const dokumentId = await addedDokument(bench, vorgangId, { betreff: 'Anfrage', file });
  return { akteId, vorgangId, dokumentId, file };
}

export function someMark(own: Partial<Mark> = {}): Mark {
  return { id: randomUUID(), page: 1, boxes: [NAME_BOX], reason: 'lebensbereich', paragraph: '', ...own };
}

/** Marks of jana.petersen in a new letter. */
export async function markedLetter(bench: ActBench, marks: readonly Mark[] = [someMark()]) {
  const letter = await letterInVorgang(bench);
  const input = { dokumentId: letter.dokumentId, nummer: 1, version: 0, marks };
  return { ...letter, ...done(await bench.perform('jana.petersen', saveEntwurf, input)) };
}

/** The act with a real process that draws; end it after the tests. */
export function openMaking(bench: ActBench) {
  const redactor = createRedactor({ objects: bench.objects, scratchFolder: tmpdir() });
  return { redactor, make: createMakeSchwaerzung({ runner: bench.runner, redactor }) };
}
