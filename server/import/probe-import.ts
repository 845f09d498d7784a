import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import { DamagedEntry } from '../../archive/package/read-package.js';
import { ahead } from '../platform/jobs/ahead.js';
import type { Examiner } from '../posteingang/examination/examine.js';
import { LARGEST_FILE } from '../posteingang/examination/limits.js';
import { fault, type Fault } from './fault.js';
import { MANIFEST, type ImportSource, type SourceFile } from './import-source.js';
import { readManifest, type Manifest, type ManifestLine } from './manifest.js';
import { xdomeaManifest } from './xdomea-manifest.js';

/** A file of the source that may be taken over, and what it is. */
export interface ProbedFile {
  readonly sha256: string;
  readonly size: number;
  readonly mime: string;
}

/** A line that can be taken over. */
export interface ProbedLine extends ManifestLine {
  readonly einheitId: Id;
  readonly probed: ProbedFile;
}

/** What an import would do, and what stands against it. Nothing has been changed. */
export interface ProbedImport {
  readonly manifestHash: string;
  readonly lines: readonly ProbedLine[];
  /** In the order of the lines. */
  readonly faults: readonly Fault[];
  readonly count: number;
}

export interface ProbeParts {
  readonly examiner: Examiner;
  readonly largestItem: number;
  readonly today: Day;
  /** Positions of the Aktenplan that take Akten, by Kennzeichen. */
  readonly positions: ReadonlyMap<string, Id>;
  /** Told after each file. */
  readonly progress: (done: number, of: number) => void;
}

/** While one is examined in its process, the next ones are read. */
const FILES_AT_ONCE = 8;
const LARGEST_MANIFEST = 200_000_000;

/** Looks at every line and every file. */
export async function probeImport(source: ImportSource, parts: ProbeParts): Promise<ProbedImport | Rejection> {
  const table = await source.find(MANIFEST);
  // A container of xdomea is called like its message.
  const message = `${source.name.replace(/\.[^.]*$/, '')}.xml`;
  const manifest = 'de' in table ? await source.find(message) : table;
  if ('de' in manifest) return reject('import.noManifest', { found: manifest.de });
  if (manifest.size > LARGEST_MANIFEST)
    return reject('import.unreadable', { reason: `> ${LARGEST_MANIFEST / 1e6} MB` });
  const bytes = await buffer(manifest.bytes());
  const read = manifest === table ? readTable(bytes, parts.today) : await xdomeaManifest(bytes, parts.today);
  if (isRejection(read)) return read;
  const faults = [...read.faults];
  const lines: ProbedLine[] = [];
  const files = new Map<string, Promise<ProbedFile | Omit<Fault, 'line'>>>();
  const look = (line: ManifestLine) => {
    const probed = files.get(line.file) ?? probeFile(source, line, parts);
    files.set(line.file, probed);
    return probed;
  };
  let done = 0;
  for await (const [line, probed] of ahead(read.lines, FILES_AT_ONCE, look)) {
    const einheitId = parts.positions.get(line.position);
    if (einheitId === undefined) {
      faults.push(fault(line.line, 'aktenplan', 'import.unknownPosition', { found: line.position }));
    }
    parts.progress(++done, read.lines.length);
    if ('rejection' in probed) faults.push({ line: line.line, ...probed });
    else if (line.sha256 !== null && line.sha256 !== probed.sha256) {
      faults.push(fault(line.line, 'sha256', 'import.otherBytes', { found: probed.sha256 }));
    } else if (einheitId !== undefined) lines.push({ ...line, einheitId, probed });
  }
  const manifestHash = createHash('sha256').update(bytes).digest('hex');
  return { manifestHash, lines, count: read.count, faults: faults.sort((one, other) => one.line - other.line) };
}

function readTable(bytes: Buffer, today: Day): Manifest | Rejection {
  try {
    return readManifest(new TextDecoder('utf-8', { fatal: true }).decode(bytes), today);
  } catch (error) {
    if (error instanceof TypeError) return reject('import.unreadable', { reason: 'UTF-8' });
    throw error;
  }
}

/** Type, hash and dangers, as the Posteingang finds them in a letter. */
async function probeFile(
  source: ImportSource,
  { line, file }: ManifestLine,
  { examiner, largestItem }: ProbeParts,
): Promise<ProbedFile | Omit<Fault, 'line'>> {
  const refused = (code: Parameters<typeof fault>[2], values: Record<string, string | number>) => {
    const { field, rejection } = fault(line, 'datei', code, values);
    return { field, rejection };
  };
  const found = await source.find(file);
  if ('de' in found) return refused('import.fileUnusable', { found: file, reason: found.de, reasonEn: found.en });
  if (found.size > largestItem) return refused('platform.tooLarge', { limit: Math.floor(largestItem / 1_000_000) });
  try {
    // Of what is too large to be opened the examiner reads the beginning only.
    const known = found.size > LARGEST_FILE ? await hashOf(found) : undefined;
    const judged = await examiner.judge(found.bytes(), file, known);
    if (isRejection(judged)) return { field: 'datei', rejection: judged };
    const { outcome, reason, mime, original } = judged;
    if (outcome !== 'quarantaene') return { ...original, mime };
    return refused('import.quarantined', { reason: reason?.de ?? '', reasonEn: reason?.en ?? '' });
  } catch (error) {
    if (!(error instanceof DamagedEntry)) throw error;
    return refused('import.fileUnusable', { found: file, reason: 'Sie ist beschädigt', reasonEn: 'it is damaged' });
  }
}

async function hashOf(file: SourceFile): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of file.bytes()) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  return { sha256: hash.digest('hex'), size };
}
