import { readFile as readBytes } from 'node:fs/promises';
import type { FileFacts } from '../../contract/reading-views.js';
import { decodeText } from '../../platform/decode-text.js';
import { visibleText } from '../../posteingang/examination/visible-text.js';
import { nothing, type Found } from './found.js';
import { readImage } from './read-image.js';
import { readOffice } from './read-office.js';
import { readPdf } from './read-pdf.js';

export interface FileToRead {
  readonly path: string;
  readonly size: number;
  /** Type that the examination found in the bytes. */
  readonly mime: string;
}

export interface ReadFile {
  readonly facts: FileFacts;
  readonly text: string | null;
}

/** Larger files are not opened: the pages of a scanned plan say nothing that could be compared. */
const LARGEST_FILE = 50_000_000;
/** A property is a line, whatever the file claims. */
const LONGEST_VALUE = 300;

/** Reads properties and text of one file; runs in a worker process. Never throws on bad input. */
export async function readFile(file: FileToRead): Promise<ReadFile> {
  const found = await find(file);
  const properties = found.properties
    .map(({ name, value }) => ({ name, value: visibleText(value).replace(/\s+/g, ' ').trim().slice(0, LONGEST_VALUE) }))
    .filter(({ value }) => value !== '');
  return { facts: { properties, unreadable: found.unreadable }, text: found.text };
}

async function find({ path, size, mime }: FileToRead): Promise<Found> {
  if (size > LARGEST_FILE) return nothing('tooLarge');
  if (mime === 'application/pdf') return readPdf(await readBytes(path));
  if (mime.startsWith('image/')) return readImage(await readBytes(path), mime);
  if (/officedocument|opendocument/.test(mime)) return readOffice(path, size);
  if (/^text\/|^application\/xml$/.test(mime))
    return { properties: [], text: decodeText(await readBytes(path)), unreadable: null };
  return nothing('kind');
}
