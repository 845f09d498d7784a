import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, deflateRawSync } from 'node:zlib';
import { degrees, PDFDocument, PDFName, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib';
import type { Examination } from '../../server/contract/examination.js';
import { inspectPdf } from '../../server/posteingang/examination/pdf/inspect-pdf.js';
import { createLetterMaker } from '../../server/posteingang/letters/letter-maker.js';
import { createRearrangeScans } from '../../server/posteingang/rearrange-scans.js';
import { receiveEingang } from '../../server/posteingang/receive-eingang.js';
import { recordExamination } from '../../server/posteingang/record-examination.js';
import { newId } from '../../server/platform/ids.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { NOTHING_FOUND } from './eingaenge.js';
import type { Workbench } from './workbench.js';

/** A scan with one page for each of these words; `turned` says how a page lies. */
export async function scanOf(words: readonly string[], turned: readonly number[] = []): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const [index, text] of words.entries()) {
    const page = document.addPage([595, 842]);
    page.drawText(text, { x: 72, y: 700, size: 14, font });
    page.setRotation(degrees(turned[index] ?? 0));
  }
  return Buffer.from(await document.save());
}

/** One page whose operators unpack to so many megabytes of nothing: blocks of zeros that each stand for themselves. */
export async function bombOf(megabytes: number): Promise<Buffer> {
  const block = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => block)]);
  const document = await PDFDocument.load(await scanOf(['eins']));
  const { context } = document;
  const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: packed.length }), packed);
  document.getPage(0).node.set(PDFName.of('Contents'), context.register(stream));
  return Buffer.from(await document.save());
}

/** What stands on each page of a PDF. */
export async function wordsOf(pdf: Uint8Array): Promise<string[]> {
  const { lines, pages } = await inspectPdf(Buffer.from(pdf));
  return Array.from({ length: pages ?? 0 }, (_, at) =>
    lines
      .filter(({ page }) => page === at + 1)
      .map(({ text }) => text)
      .join(' '),
  );
}

export interface ScanOnDesk {
  readonly eingangId: string;
  readonly sha256: string;
  readonly version: number;
}

/** A scan that lies at the desk, as if this had been found in it. */
export async function scanOnDesk(
  bench: ActBench,
  bytes: Uint8Array,
  own: Partial<Examination> & { fileName?: string; receivedAt?: Date } = {},
): Promise<ScanOnDesk> {
  const { fileName = 'Scan_0815.pdf', receivedAt = bench.clock.now(), ...found } = own;
  const stored = done(await bench.objects.put(Readable.from([bytes])));
  const item = { ...stored, channel: 'folder', sourceKey: newId(), fileName, receivedAt } as const;
  const { eingangId } = done(await bench.run(receiveEingang, item));
  const pages = found.pages === undefined ? (await wordsOf(bytes)).length : found.pages;
  done(await bench.run(recordExamination, { eingangId, examination: { ...NOTHING_FOUND, ...found, pages } }));
  return { eingangId, sha256: stored.sha256, version: 2 };
}

/** A scan with these words on its pages. */
export async function wordsOnDesk(bench: ActBench, ...words: string[]): Promise<ScanOnDesk> {
  return scanOnDesk(bench, await scanOf(words));
}

/** Pages of the first scan of an act, as they lie. */
export function pagesOfFirst(...pages: number[]) {
  return { pages: pages.map((page) => ({ source: 0, page, turn: 0 as const })) };
}

/** What stands on each page of an Eingang. */
export async function wordsOfEingang(bench: Workbench, eingangId: string): Promise<string[]> {
  const [row] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ sha256: string }>(`SELECT sha256 FROM eingang WHERE id = $1`, [eingangId]),
  );
  return wordsOf(await buffer(await bench.objects.get(row?.sha256 ?? '')));
}

/** The act with a real process that copies pages; end it after the tests. */
export function openRearranging(bench: ActBench) {
  const letterMaker = createLetterMaker({ objects: bench.objects, scratchFolder: tmpdir() });
  return { letterMaker, rearrange: createRearrangeScans({ runner: bench.runner, letterMaker }) };
}
