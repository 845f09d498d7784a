import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { blocks, finding, type Finding } from '../findings/finding.js';
import { createReport, type Report } from '../findings/report.js';
import type { NamedFile, Refused } from './checked-message.js';
import { DEFAULT_LIMITS, judgeEntry, nameOf, type ReadLimits } from './entry-rules.js';

/** A container whose directory was found in order. Close it. */
export interface OpenPackage {
  readonly kind: 'open';
  readonly entries: readonly NamedFile[];
  /** Bytes of an entry. The stream ends with a DamagedEntry if content, length and checksum do not agree. */
  readonly read: (name: string) => Promise<Readable>;
  readonly close: () => void;
}

/** Fault of a stream of OpenPackage: the entry cannot be unpacked to what the directory promises. */
export class DamagedEntry extends Error {
  readonly finding: Finding;

  constructor(name: string) {
    super(`Entry ${name} is damaged`);
    this.finding = finding('package.checksum', { path: name }, { name });
  }
}

/**
 * Opens a container and judges its directory. Nothing is unpacked and nothing is written.
 * @param source path of the file, or its bytes.
 * @returns the open container, or every reason to refuse it. Faults of the disk are thrown.
 */
export async function openPackage(source: string | Buffer, limits = DEFAULT_LIMITS): Promise<OpenPackage | Refused> {
  const report = createReport();
  const zip = await openZip(source, report);
  if (zip === undefined) return { kind: 'refused', findings: report.findings() };
  const entries = new Map<string, Entry>();
  try {
    await readDirectory(zip, limits, report, entries);
  } catch (error) {
    report.push(damaged(error));
  }
  if (blocks(report.findings())) {
    zip.close();
    return { kind: 'refused', findings: report.findings() };
  }
  return {
    kind: 'open',
    entries: [...entries].map(([name, { uncompressedSize }]) => ({ name, size: uncompressedSize })),
    read: (name) => readEntry(zip, name, entries.get(name)),
    close: () => zip.close(),
  };
}

async function openZip(source: string | Buffer, report: Report): Promise<ZipFile | undefined> {
  // Names come raw: the library would refuse an unsafe name with an error, we want a finding for each.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  try {
    return typeof source === 'string' ? await openPromise(source, options) : await fromBufferPromise(source, options);
  } catch (error) {
    report.push(trailingData(error) ?? damaged(error));
    return undefined;
  }
}

async function readDirectory(
  zip: ZipFile,
  limits: ReadLimits,
  report: Report,
  entries: Map<string, Entry>,
): Promise<void> {
  const seen = new Set<string>();
  let total = 0;
  let packed = 0;
  let firstData = Infinity;
  if (zip.entryCount > limits.maxEntries) {
    return report.add('package.tooLarge', { path: '/' }, counted(limits.maxEntries, zip.entryCount));
  }
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry.fileNameRaw, entry.generalPurposeBitFlag);
    judgeEntry(name, entry, limits).forEach(report.push);
    // Two names that one file system takes for the same would overwrite each other when unpacked.
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) report.add('package.duplicate', { path: name }, { name });
    seen.add(key);
    entries.set(name, entry);
    total += entry.uncompressedSize;
    packed += entry.compressedSize;
    firstData = Math.min(firstData, entry.relativeOffsetOfLocalHeader);
    await judgeLocalHeader(zip, name, entry, report);
  }
  if (total > limits.maxTotal) report.add('package.tooLarge', { path: '/' }, { limit: limits.maxTotal, found: total });
  if (packed > zip.fileSize) report.push(damaged(new Error('entries overlap')));
  if (firstData !== Infinity && firstData > 0) report.add('package.trailingData', { path: '/' }, { found: firstData });
}

/** Unpackers that stream believe the header before the data, all others the directory: they must say the same. */
async function judgeLocalHeader(zip: ZipFile, name: string, entry: Entry, report: Report): Promise<void> {
  const header = await zip.readLocalFileHeaderPromise(entry, { minimal: false });
  if (!entry.fileNameRaw.equals(header.fileName)) report.add('package.headersDiffer', { path: name }, { name });
}

async function readEntry(zip: ZipFile, name: string, entry: Entry | undefined): Promise<Readable> {
  if (entry === undefined) throw new Error(`The container has no entry ${name}`);
  const source = await zip.openReadStreamPromise(entry);
  let sum = 0;
  const verified = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush: (done: TransformCallback) => done(sum === entry.crc32 ? null : new DamagedEntry(name)),
  });
  source.on('error', (error) => verified.destroy(isSystemError(error) ? error : new DamagedEntry(name)));
  verified.on('close', () => source.destroy());
  return source.pipe(verified);
}

/** yauzl finds the end record by its comment length and tells both numbers when they differ. */
function trailingData(error: unknown): Finding | undefined {
  const [, expected, found] = /Expected: (\d+)\. Found: (\d+)/.exec(messageOf(error)) ?? [];
  const surplus = Number(expected) - Number(found);
  return surplus > 0 ? finding('package.trailingData', { path: '/' }, { found: surplus }) : undefined;
}

function damaged(error: unknown): Finding {
  if (isSystemError(error)) throw error;
  return finding('package.damaged', { path: '/' }, { reason: messageOf(error) });
}

/** A disk that fails is not a damaged container: system errors name their call, and go on as what they are. */
function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

function counted(limit: number, found: number) {
  const entries = (count: number) => ({ de: `${count} Einträge`, en: `${count} entries` });
  return { limit: entries(limit), found: entries(found) };
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
