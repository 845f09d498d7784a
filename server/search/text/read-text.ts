import { readFile, stat } from 'node:fs/promises';
import { decodeText } from '../../platform/decode-text.js';
import { mailText } from './mail-text.js';
import { isOffice, officeText } from './office-text.js';
import { pdfText } from './pdf-text.js';
import { xmlText } from './xml-text.js';

export interface TextRequest {
  readonly path: string;
  /** Type found in the bytes at their arrival. */
  readonly mime: string;
}

/** `none`: pages without text, a scan; `unread`: a kind that has no text for us, or is too large to be read. */
export interface TextRead {
  readonly state: 'text' | 'none' | 'unread';
  readonly content: string;
}

/** As in the examination: five times what mail servers let through. What is larger is found by its metadata. */
const LARGEST = 100_000_000;
/** 2 million characters are a thousand printed pages; an index entry holds about a third of that. */
const MOST_CHARACTERS = 2_000_000;

/** Reads the words of one file for the search. Runs in a worker process; throws on damaged input. */
export async function readText({ path, mime }: TextRequest): Promise<TextRead> {
  if ((await stat(path)).size > LARGEST) return { state: 'unread', content: '' };
  const content = await contentOf(path, mime);
  if (content === null) return { state: 'unread', content: '' };
  const storable = content.replaceAll('\u0000', ' ').slice(0, MOST_CHARACTERS).toWellFormed();
  return { state: storable.trim() === '' ? 'none' : 'text', content: storable };
}

async function contentOf(path: string, mime: string): Promise<string | null> {
  if (mime === 'application/pdf') return pdfText(await readFile(path), MOST_CHARACTERS);
  if (mime === 'message/rfc822') return mailText(await readFile(path));
  if (mime === 'text/plain') return decodeText(await readFile(path));
  if (mime === 'application/xml' || mime === 'text/xml') return xmlText(decodeText(await readFile(path)));
  return isOffice(mime) ? officeText(path, mime, MOST_CHARACTERS) : null;
}
