import { decodeText } from '../../platform/decode-text.js';

/** `none`: pages without text, a scan; `unread`: a kind that has no text for us, or is too large to be read. */
export interface TextRead {
  readonly state: 'text' | 'none' | 'unread';
  readonly content: string;
}

/** 2 million characters are a thousand printed pages; an index entry holds about a third of that. */
export const MOST_CHARACTERS = 2_000_000;

/** What was found in a file, as the database can hold it. */
export function foundText(content: string): TextRead {
  const storable = content.replaceAll('\u0000', ' ').slice(0, MOST_CHARACTERS).toWellFormed();
  return { state: storable.trim() === '' ? 'none' : 'text', content: storable };
}

/**
 * The words of bytes that are text and nothing else. There is nothing in them to be taken apart, so this needs no process of
 * its own: every request is decoded like that.
 */
export function plainText(bytes: Buffer): TextRead {
  return foundText(decodeText(bytes));
}
