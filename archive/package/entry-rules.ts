import type { Entry } from 'yauzl';
import { finding, type Finding, type FindingCode } from '../findings/finding.js';

/** What a container may contain. The defaults hold the largest delivery we expect: 100,000 Dokumente, 50 GB. */
export interface ReadLimits {
  readonly maxEntries: number;
  /** Bytes of all entries, unpacked. */
  readonly maxTotal: number;
  /** Unpacked to packed. Honest XML reaches about 50; deflate cannot exceed 1032. */
  readonly maxRatio: number;
}

export const DEFAULT_LIMITS: ReadLimits = { maxEntries: 250_000, maxTotal: 200 * 1024 ** 3, maxRatio: 200 };

// Below this size a ratio says nothing: ten equal lines already exceed every limit.
const RATIO_MATTERS_FROM = 1024 * 1024;
const UTF8_FLAG = 1 << 11;
const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;
const DOS_DIRECTORY = 0x10;

/** All that is wrong with one entry by what the directory of the zip says, before a byte of it is unpacked. */
export function judgeEntry(name: string, entry: Entry, limits: ReadLimits): Finding[] {
  const ratio = Math.round(entry.uncompressedSize / Math.max(entry.compressedSize, 1));
  const isBomb = entry.uncompressedSize >= RATIO_MATTERS_FROM && ratio > limits.maxRatio;
  const isKnownMethod = entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED;
  const isAmbiguous = !isAscii(entry.fileNameRaw) && (entry.generalPurposeBitFlag & UTF8_FLAG) === 0;
  const add = (code: FindingCode, applies: boolean, values = {}) =>
    applies ? [finding(code, { path: name }, { name, found: name, ...values })] : [];
  return [
    ...add('package.absolutePath', /^([A-Za-z]:|[\\/])/.test(name)),
    ...add('package.traversal', name.split(/[\\/]/).includes('..')),
    ...add('package.folder', /[\\/]/.test(name) || kindOf(entry) === 'directory'),
    ...add('package.symlink', kindOf(entry) === 'special'),
    ...add('package.encrypted', entry.isEncrypted()),
    ...add('package.method', !isKnownMethod, { found: entry.compressionMethod }),
    ...add('package.ratio', isBomb, { found: ratio, limit: limits.maxRatio }),
    ...add('package.nameEncoding', isAmbiguous),
    ...add('file.name', /\p{Cc}/u.test(name)),
  ];
}

/** The name as its writer meant it: UTF-8 with the flag; without it CP437 by the book, shown here byte by byte. */
export function nameOf(raw: Buffer, flags: number): string {
  return (flags & UTF8_FLAG) !== 0 ? raw.toString('utf8') : raw.toString('latin1');
}

function kindOf(entry: Entry): 'file' | 'directory' | 'special' {
  if (entry.versionMadeBy >>> 8 === UNIX) {
    const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
    if (type === DIRECTORY) return 'directory';
    return type === REGULAR || type === 0 ? 'file' : 'special';
  }
  return (entry.externalFileAttributes & DOS_DIRECTORY) !== 0 ? 'directory' : 'file';
}

function isAscii(raw: Buffer): boolean {
  return raw.every((byte) => byte < 0x80);
}
