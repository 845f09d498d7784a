import { readFile } from 'node:fs/promises';
import { openForDrawing, type PDFDocumentProxy } from './library.js';
import { PICTURES, picturePdf } from './picture-pdf.js';

export interface FileToRedact {
  readonly path: string;
  readonly mime: string;
}

/** Why a file is not redacted here. */
export type NotRedactable = 'encrypted' | 'damaged' | 'kind' | 'tooManyPages' | 'tooLarge';

/** Pages of one file: drawing takes about half a second each, and whoever redacts reads every one of them. */
export const MOST_PAGES = 300;

/** The pages of a file: of a PDF its own, of a picture the one that it fills. */
export async function pdfOf({ path, mime }: FileToRedact): Promise<Uint8Array | NotRedactable> {
  const isPicture = PICTURES.includes(mime);
  if (!isPicture && mime !== 'application/pdf') return 'kind';
  const bytes = await readFile(path);
  return isPicture ? picturePdf(bytes, mime) : bytes;
}

/** Opens the pages, does the work, and closes them whatever happens. */
export async function withPages<Value>(
  file: FileToRedact,
  work: (document: PDFDocumentProxy) => Promise<Value>,
): Promise<Value | NotRedactable> {
  const bytes = await pdfOf(file);
  if (typeof bytes === 'string') return bytes;
  const opened = await openForDrawing(bytes);
  if (opened.kind !== 'open') return opened.kind === 'encrypted' ? 'encrypted' : 'damaged';
  try {
    return opened.document.numPages > MOST_PAGES ? 'tooManyPages' : await work(opened.document);
  } finally {
    await opened.close();
  }
}
