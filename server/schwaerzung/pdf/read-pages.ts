import type { SourceNote } from '../../contract/schwaerzung-views.js';
import { glyphsOf } from './glyphs.js';
import type { PDFDocumentProxy } from './library.js';
import { withPages, type FileToRedact, type NotRedactable } from './source.js';
import { wordsOf, type Word } from './words.js';

export interface ReadPages {
  readonly pages: readonly { readonly words: readonly Word[] }[];
  /** What the new file will not have, for people to know before they begin. */
  readonly notes: readonly SourceNote[];
}

/** The words of every page with their places: what is marked by word, searched, and counted again after the redaction. */
export function readPages(file: FileToRedact): Promise<ReadPages | NotRedactable> {
  return withPages(file, async (document) => {
    const pages: { words: Word[] }[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push({ words: wordsOf(await glyphsOf(document, page)) });
      page.cleanup();
    }
    return { pages, notes: await notesOn(document, pages) };
  });
}

async function notesOn(document: PDFDocumentProxy, pages: ReadPages['pages']): Promise<SourceNote[]> {
  const notes: SourceNote[] = [];
  const fields = Object.values((await document.getFieldObjects()) ?? {}).flat() as readonly { type?: string }[];
  if (fields.some(({ type }) => type === 'signature')) notes.push('signed');
  if (fields.some(({ type }) => type !== 'signature')) notes.push('form');
  if ((await document.getAttachments()) !== null) notes.push('attachments');
  if (pages.some(({ words }) => words.length === 0)) notes.push('pageWithoutText');
  for (let number = 1; number <= document.numPages; number += 1) {
    const annotations = (await (await document.getPage(number)).getAnnotations()) as readonly { subtype?: string }[];
    if (!annotations.some(({ subtype = '' }) => COMMENTS.has(subtype))) continue;
    notes.push('comments');
    break;
  }
  return notes;
}

/** Kinds of annotation in which people write (ISO 32000-2, 12.5.6). */
const COMMENTS = new Set([
  'Text',
  'FreeText',
  'Popup',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Stamp',
  'Ink',
]);
