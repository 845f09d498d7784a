import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Examination } from '../../contract/examination.js';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { StoredObject } from '../../platform/objects/object-store.js';
import { makeScratchFolder, removeScratchFolder } from '../../platform/scratch-folder.js';
import type { WorkerFailure } from '../../platform/worker/worker-answer.js';
import { createWorkerPool } from '../../platform/worker/worker-pool.js';
import type { ExaminationRequest, ExaminationResult } from './examine-file.js';
import { failedExamination } from './failed-examination.js';
import { LARGEST_FILE, SNIFF_LENGTH } from './limits.js';

export interface Examined {
  readonly examination: Examination;
  /** What was looked into. */
  readonly original: StoredObject;
  /** Opens the bytes of the part at a position; their hash stands in the examination. */
  openPart(position: number): Readable;
  /** Removes the parts from the disk; call it once they are stored. */
  discard(): Promise<void>;
}

export interface Examiner {
  /**
   * Looks into the bytes of an Eingang in a process of its own. Whatever the bytes are, the answer is a document:
   * examined, for a person, or quarantine with the reason.
   *
   * @param source the bytes, as a stream or whole; only read
   * @param declaredName file name as it arrived
   * @param known what the store says about the bytes: of a file that nobody opens only the beginning is copied then
   * @returns `posteingang.examinationUnavailable` when no process can be started: try again later
   * @throws what the source throws, and errors of the disk
   */
  examine(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    declaredName: string,
    known?: StoredObject,
  ): Promise<Examined | Rejection>;
  close(): Promise<void>;
}

export interface ExaminerOptions {
  /** Folder for the files of running examinations. */
  readonly scratchFolder?: string;
  readonly processes?: number;
  readonly timeLimit?: number;
  readonly memoryLimitMegabytes?: number;
  /** Hears why a worker failed; for the log. */
  readonly onFailure?: (failure: WorkerFailure) => void;
}

const ORIGINAL = 'original';

/** Starts the processes that examine. 20 s and 800 MB: the slowest honest file of the corpora takes 0.9 s and 240 MB. */
export function createExaminer(options: ExaminerOptions = {}): Examiner {
  const pool = createWorkerPool({
    entry: new URL('./examination-worker.js', import.meta.url),
    size: options.processes ?? 1,
    timeLimit: options.timeLimit ?? 20_000,
    memoryLimitMegabytes: options.memoryLimitMegabytes ?? 800,
  });
  const parent = options.scratchFolder ?? tmpdir();
  return {
    examine: async (source, declaredName, known) => {
      const scratch = await makeScratchFolder(parent, 'examination');
      const discard = () => removeScratchFolder(scratch, ORIGINAL);
      try {
        const file = await writeOriginal(source, join(scratch, ORIGINAL), known);
        const request: ExaminationRequest = { ...file, name: declaredName, scratch };
        const answer = await pool.run<ExaminationResult>('examine', request);
        if (answer.kind === 'done') return examined(file, answer.value, discard);
        options.onFailure?.(answer);
        if (answer.cause !== 'unavailable') return examined(file, failure(declaredName, answer.cause), discard);
      } catch (error) {
        await discard();
        throw error;
      }
      await discard();
      return reject('posteingang.examinationUnavailable');
    },
    close: () => pool.close(),
  };
}

function failure(name: string, cause: Parameters<typeof failedExamination>[1]): ExaminationResult {
  return { examination: failedExamination(name, cause), partPaths: [] };
}

function examined(
  { sha256, size }: StoredObject,
  { examination, partPaths }: ExaminationResult,
  discard: () => Promise<void>,
): Examined {
  return {
    examination,
    original: { sha256, size },
    discard,
    openPart: (position) => {
      const path = partPaths[position];
      if (path === undefined) throw new Error(`the examination has no part ${position}`);
      return createReadStream(path);
    },
  };
}

async function writeOriginal(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  path: string,
  known?: StoredObject,
): Promise<{ path: string; size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      await handle.writeFile(chunk);
      // 2 GB would fill the disk for nothing, and the transaction that waits for this would be given up.
      if (known && known.size > LARGEST_FILE && size >= SNIFF_LENGTH)
        return { path, size: known.size, sha256: known.sha256 };
    }
  } finally {
    await handle.close();
  }
  return { path, size, sha256: hash.digest('hex') };
}
