import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf.js';
import type { TextLayer } from '../../../contract/examination.js';
import type { NoteCode } from '../notes.js';
import type { TextLine } from '../text/text-line.js';
import { pdfFrame } from './frame.js';
import { openPdf } from './open-pdf.js';
import { linesOfPage } from './page-lines.js';

export interface PdfReport {
  readonly outcome: 'geprueft' | 'klaerung';
  /** Why a person has to look, when the outcome is `klaerung`. */
  readonly reason: NoteCode | null;
  readonly notes: readonly NoteCode[];
  readonly pages: number | null;
  readonly textLayer: TextLayer;
  readonly lines: readonly TextLine[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Pages that are read: invoices and letters name themselves on the first ones, and 30 pages take about 0.5 s. */
const PAGES_READ = 30;

/** Reads what a PDF says: pages, text with places, embedded files, and what is odd about it. Never throws on bad input. */
export async function inspectPdf(bytes: Buffer): Promise<PdfReport> {
  const opened = await openPdf(bytes);
  if (opened.kind !== 'open') return closedReport(opened.kind === 'encrypted' ? 'pdf.encrypted' : 'pdf.unreadable');
  try {
    const damaged = pdfFrame(bytes) === 'damaged';
    const report = await readDocument(opened.document);
    return damaged ? { ...report, outcome: 'klaerung', reason: 'pdf.damaged' } : report;
  } catch {
    // The document opened, but a page or an object in it is broken: never half a result.
    return closedReport('pdf.damaged');
  } finally {
    await opened.close();
  }
}

function closedReport(reason: NoteCode): PdfReport {
  return { outcome: 'klaerung', reason, notes: [], pages: null, textLayer: 'noPages', lines: [], attachments: [] };
}

async function readDocument(document: PDFDocumentProxy): Promise<PdfReport> {
  const notes: NoteCode[] = [];
  const info = (await document.getMetadata()).info as Record<string, unknown>;
  if (info['IsXFAPresent'] === true) notes.push('pdf.xfa');
  if (info['IsCollectionPresent'] === true) notes.push('pdf.portfolio');
  let script = (await document.getJSActions()) !== null || (await hasOpenAction(document));
  const lines: TextLine[] = [];
  let pagesWithText = 0;
  const read = Math.min(document.numPages, PAGES_READ);
  for (let number = 1; number <= read; number += 1) {
    const page = await document.getPage(number);
    const found = await linesOfPage(page, number);
    script ||= (await page.getJSActions()) !== null;
    if (found.length > 0) pagesWithText += 1;
    lines.push(...found);
    page.cleanup();
  }
  if (script) notes.push('pdf.script');
  if (document.numPages > PAGES_READ) notes.push('pdf.manyPages');
  const textLayer = textLayerOf(pagesWithText, read);
  if (textLayer === 'none') notes.push('pdf.scan');
  if (textLayer === 'mixed') notes.push('pdf.partlyScan');
  const attachments = await attachmentsOf(document);
  return { outcome: 'geprueft', reason: null, notes, pages: document.numPages, textLayer, lines, attachments };
}

/** An OpenAction that is a destination only scrolls; one with an action runs something. */
async function hasOpenAction(document: PDFDocumentProxy): Promise<boolean> {
  const opening = (await document.getOpenAction()) as { action?: unknown } | null;
  return opening?.action !== undefined;
}

function textLayerOf(pagesWithText: number, pages: number): TextLayer {
  if (pagesWithText === 0) return 'none';
  return pagesWithText < pages ? 'mixed' : 'text';
}

async function attachmentsOf(document: PDFDocumentProxy): Promise<PdfReport['attachments']> {
  const found = (await document.getAttachments()) as Record<string, { filename?: string; content?: Uint8Array }> | null;
  return Object.entries(found ?? {}).flatMap(([key, { filename, content }]) =>
    content ? [{ name: filename || key, bytes: content }] : [],
  );
}
