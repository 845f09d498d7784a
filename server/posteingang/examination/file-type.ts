import { fileTypeFromBuffer } from 'file-type';
import { looksLikeMail } from '../../../connectors/mail/mail-head.js';
import type { FileType } from '../../contract/examination.js';

export interface RecognisedType {
  readonly fileType: FileType;
  readonly mime: string;
}

/**
 * Says what a file is by looking at its bytes; name and declared type are never asked.
 *
 * @param start the first `SNIFF_LENGTH` bytes, or all of a shorter file
 */
export async function recogniseType(start: Buffer): Promise<RecognisedType> {
  if (start.length === 0) return { fileType: 'empty', mime: 'application/x-empty' };
  // Readers accept up to 1,024 bytes before the header, so a PDF with garbage in front is still a PDF.
  if (start.subarray(0, 1_029).includes('%PDF-') && !start.subarray(0, 2).equals(ZIP)) return PDF;
  const byMagic = await fileTypeFromBuffer(start).catch(() => undefined);
  if (byMagic && byMagic.mime !== 'application/xml') return { fileType: familyOf(byMagic.mime), mime: byMagic.mime };
  if (looksLikeXml(start)) return { fileType: 'xml', mime: 'application/xml' };
  if (looksLikeMail(start)) return { fileType: 'mail', mime: 'message/rfc822' };
  if (start.subarray(0, 2).toString('latin1') === '#!') return { fileType: 'program', mime: 'text/x-script' };
  return looksLikeText(start) ? { fileType: 'text', mime: textMime(start) } : UNKNOWN;
}

/**
 * Whether the extension promises something that the bytes are not. No extension or an unknown one promises nothing.
 * Text, XML and mail are all text, and office files are archives: those are no lies.
 */
export function nameLies(name: string, found: FileType): boolean {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const allowed = PROMISES[extension];
  return allowed !== undefined && found !== 'empty' && !allowed.includes(found);
}

const ZIP = Buffer.from('PK');
const PDF: RecognisedType = { fileType: 'pdf', mime: 'application/pdf' };
const UNKNOWN: RecognisedType = { fileType: 'unknown', mime: 'application/octet-stream' };

const textual: readonly FileType[] = ['text', 'xml', 'xrechnung', 'mail'];
const office: readonly FileType[] = ['office', 'archive'];
const PROMISES: Readonly<Record<string, readonly FileType[]>> = {
  pdf: ['pdf'],
  eml: ['mail', 'text'],
  xml: ['xml', 'xrechnung'],
  txt: textual,
  csv: textual,
  html: textual,
  htm: textual,
  png: ['image'],
  jpg: ['image'],
  jpeg: ['image'],
  tif: ['image'],
  tiff: ['image'],
  docx: office,
  xlsx: office,
  pptx: office,
  docm: office,
  xlsm: office,
  odt: office,
  ods: office,
  doc: ['office'],
  xls: ['office'],
  zip: office,
};

const OFFICE = /officedocument|opendocument|ms-(word|excel|powerpoint)|x-cfb|msword|rtf|macroenabled/i;
const PROGRAM =
  /msdownload|x-elf|mach-binary|x-dosexec|java-vm|wasm|x-apple-diskimage|x-msi|chrome-extension|x-deb|x-rpm|android|x-ms-shortcut/i;
const ARCHIVE = /zip|tar|compress|rar|7z|bzip2|x-xz|zstd|lz4|x-lzip|cpio|x-iso/i;

function familyOf(mime: string): FileType {
  if (mime.startsWith('image/')) return 'image';
  if (OFFICE.test(mime)) return 'office';
  if (PROGRAM.test(mime)) return 'program';
  return ARCHIVE.test(mime) ? 'archive' : 'unknown';
}

function looksLikeXml(start: Buffer): boolean {
  const text = decodedStart(start);
  if (/^\s*<\?xml\s/.test(text)) return true;
  return (
    /^\s*<[a-z_][\w.-]*(:[a-z_][\w.-]*)?[\s/>]/i.test(text) && !/^\s*<(!doctype html|html|head|body)\b/i.test(text)
  );
}

function decodedStart(start: Buffer): string {
  const [first, second, third] = start;
  if (first === 0xff && second === 0xfe) return start.toString('utf16le', 2, 400);
  if (first === 0xfe && second === 0xff) return Buffer.from(start.subarray(2, 402)).swap16().toString('utf16le');
  return start.toString('latin1', first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0, 400);
}

/** Text has no control characters besides tab, line ends, form feed and escape; one in a thousand is forgiven. */
function looksLikeText(start: Buffer): boolean {
  let odd = 0;
  for (const byte of start) {
    if (byte === 0) return false;
    if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) odd += 1;
  }
  return odd * 1_000 <= start.length;
}

function textMime(start: Buffer): string {
  return /^\s*<(!doctype html|html|head|body)\b/i.test(start.toString('latin1', 0, 400)) ? 'text/html' : 'text/plain';
}
