import { readFile, stat } from 'node:fs/promises';
import { decodeText } from '../../platform/decode-text.js';
import { mailText } from './mail-text.js';
import { isOffice, officeText } from './office-text.js';
import { pdfText } from './pdf-text.js';
import { foundText, MOST_CHARACTERS, type TextRead } from './plain-text.js';
import { xmlText } from './xml-text.js';

export interface TextRequest {
  /** Small ones travel with the request: a file for each costs more than reading it. */
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array };
  /** Type found in the bytes at their arrival. */
  readonly mime: string;
}

/** As in the examination: five times what mail servers let through. What is larger is found by its metadata. */
const LARGEST = 100_000_000;

/** Reads the words of one file for the search. Runs in a worker process; throws on damaged input. */
export async function readText({ source, mime }: TextRequest): Promise<TextRead> {
  if ('path' in source && (await stat(source.path)).size > LARGEST) return { state: 'unread', content: '' };
  const content = await contentOf(source, mime);
  return content === null ? { state: 'unread', content: '' } : foundText(content);
}

async function contentOf(source: TextRequest['source'], mime: string): Promise<string | null> {
  // A picture of a page: nothing to read, but perhaps to recognise.
  if (mime.startsWith('image/')) return '';
  if (isOffice(mime)) return 'path' in source ? officeText(source.path, mime, MOST_CHARACTERS) : null;
  const bytes = async () => ('bytes' in source ? Buffer.from(source.bytes) : readFile(source.path));
  if (mime === 'application/pdf') return pdfText(await bytes(), MOST_CHARACTERS);
  if (mime === 'message/rfc822') return mailText(await bytes());
  if (mime === 'text/plain') return decodeText(await bytes());
  if (mime === 'application/xml' || mime === 'text/xml') return xmlText(decodeText(await bytes()));
  return null;
}
