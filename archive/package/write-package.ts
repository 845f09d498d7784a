import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { finding, type Finding } from '../findings/finding.js';
import type { CheckedMessage } from './checked-message.js';
import { createDigest, type Digest } from './digest.js';

/** A file to be packed. `open` is called once, when its turn has come. */
export interface PackageFile {
  readonly name: string;
  /** Hexadecimal SHA-512 of its check-in. */
  readonly sha512: string;
  readonly open: () => Readable;
}

export interface PackageContent {
  readonly message: CheckedMessage;
  readonly files: readonly PackageFile[];
}

/** What was written: the evidence for the record of the Aussonderung. */
export interface WrittenPackage extends Digest {
  readonly kind: 'written';
  readonly entries: readonly ({ readonly name: string } & Digest)[];
}

/**
 * Packs a checked message and its files into one flat container: message first, then the files by name, streamed one
 * after the other. Each file is hashed on the way; one that is not what was checked in stops the packing.
 * Same input, same bytes: in every time zone, at every hour, however the streams are cut.
 * @param target ended on success and destroyed otherwise; what it holds by then is no container and must be thrown away.
 * @returns the hashes, or the finding that stopped it. Faults of the target itself are thrown.
 */
export async function writePackage(
  { message, files }: PackageContent,
  target: Writable,
): Promise<WrittenPackage | Finding> {
  const surplusOrMissing = compare(message, files);
  if (surplusOrMissing !== undefined) {
    target.destroy();
    return surplusOrMissing;
  }
  const packing = createPacking();
  const xml: PackageFile = { name: message.messageName, sha512: '', open: () => Readable.from(message.xml) };
  packing.add(xml, 'deflate', () => undefined);
  for (const file of byName(files)) packing.add(file, 'fast', (digest) => hashMismatch(file, digest));
  return packing.finish(target);
}

// Deflate, not "stored": Java's ZipInputStream refuses stored entries whose size stands behind the data, and a stream
// has it nowhere else. Level 1 for files, which mostly are compressed formats and gain nothing from more effort.
const LEVEL = { deflate: 6, fast: 1 } as const;

/** Entry time without meaning. DOS times are local, and the library clamps this to the same first second everywhere. */
const FIXED_TIME = new Date(1980, 0, 1);

function createPacking() {
  const zip = new ZipFile();
  const abort = new AbortController();
  const entries: ({ name: string } & Digest)[] = [];
  let fault: Finding | undefined;
  const stop = (found: Finding) => {
    fault ??= found;
    abort.abort();
  };

  const add = (file: PackageFile, level: keyof typeof LEVEL, judge: (digest: Digest) => Finding | undefined) => {
    const options = { mtime: FIXED_TIME, forceDosTimestamp: true, mode: 0o100644, compressionLevel: LEVEL[level] };
    zip.addReadStreamLazy(file.name, options, (take) => {
      const digest = createDigest((measured) => {
        const wrong = judge(measured);
        if (wrong === undefined) entries.push({ name: file.name, ...measured });
        else stop(wrong);
        return wrong === undefined ? undefined : new Error(wrong.en);
      });
      take(null, digest);
      pipeline(opened(file), digest, { signal: abort.signal }).catch((error: unknown) => stop(unreadable(file, error)));
    });
  };

  const finish = async (target: Writable): Promise<WrittenPackage | Finding> => {
    zip.end();
    const whole = createDigest();
    try {
      await pipeline(zip.outputStream, whole, target, { signal: abort.signal });
    } catch (error) {
      if (fault !== undefined) return fault;
      // The target failed: let the files go that still wait for it.
      abort.abort();
      throw error;
    }
    return { kind: 'written', ...whole.digest(), entries };
  };

  return { add, finish };
}

/** A store that fails while opening is a fault of the stream, like one that fails while reading. */
function opened(file: PackageFile): Readable {
  try {
    return file.open();
  } catch (error) {
    return new Readable().destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The message was judged with exactly these files; with others the judgement would not hold. */
function compare(message: CheckedMessage, files: readonly PackageFile[]): Finding | undefined {
  const given = new Set(files.map((file) => file.name));
  const known = new Set(message.files.map((file) => file.name));
  const missing = message.files.find(({ name }) => !given.has(name));
  if (missing !== undefined) return finding('file.missing', { path: missing.name }, { name: missing.name });
  const surplus = files.find(({ name }) => !known.has(name));
  if (surplus !== undefined) return finding('file.unlisted', { path: surplus.name }, { name: surplus.name });
  return undefined;
}

function hashMismatch({ name, sha512 }: PackageFile, digest: Digest): Finding | undefined {
  if (digest.sha512 === sha512.toLowerCase()) return undefined;
  return finding(
    'package.hashMismatch',
    { path: name },
    { name, expected: short(sha512), found: short(digest.sha512) },
  );
}

function unreadable({ name }: PackageFile, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return finding('package.unreadable', { path: name }, { name, reason });
}

function short(hash: string): string {
  return `${hash.slice(0, 16)}…`;
}

function byName(files: readonly PackageFile[]): PackageFile[] {
  return [...files].sort((left, right) => (left.name < right.name ? -1 : 1));
}
