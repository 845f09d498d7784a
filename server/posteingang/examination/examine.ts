import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import type { Examination } from '../../contract/examination.js';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { StoredObject } from '../../platform/objects/object-store.js';
import { removeScratchFolder, scratchFolderAtNeed, scratchFolderName } from '../../platform/scratch-folder.js';
import type { WorkerFailure } from '../../platform/worker/worker-answer.js';
import { createWorkerPool } from '../../platform/worker/worker-pool.js';
import { ORIGINAL, type SentContent } from './content.js';
import type { Verdict } from './compose-examination.js';
import type { ExaminationRequest, ExaminationResult, JudgementResult, LookedInto } from './examine-file.js';
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
  /**
   * Says only whether the bytes may be taken in, with the same guards: for files that come with their description. Leaves
   * nothing behind. It reads no facts from the text.
   */
  judge(...asked: Parameters<Examiner['examine']>): Promise<Judged | Rejection>;
  close(): Promise<void>;
}

export interface Judged extends Verdict {
  readonly original: StoredObject;
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

/** Up to this many bytes travel with the request: a folder and a file for each cost an import more than looking into them. */
const SMALL = 256_000;

/** Starts the processes that examine. 20 s and 800 MB: the slowest honest file of the corpora takes 0.9 s and 240 MB. */
export function createExaminer(options: ExaminerOptions = {}): Examiner {
  const pool = createWorkerPool({
    entry: new URL('./examination-worker.js', import.meta.url),
    size: options.processes ?? 1,
    timeLimit: options.timeLimit ?? 20_000,
    memoryLimitMegabytes: options.memoryLimitMegabytes ?? 800,
  });
  const parent = options.scratchFolder ?? tmpdir();
  const look = async <Result extends LookedInto>(
    work: 'examine' | 'judge',
    [source, name, known]: Parameters<Examiner['examine']>,
  ): Promise<Looked<Result> | Rejection> => {
    const scratch = scratchFolderName(parent, 'examination');
    const discard = () => removeScratchFolder(scratch, ORIGINAL);
    try {
      const { content, ...file } = await receive(source, scratch, known);
      const request: ExaminationRequest = { ...file, content, name, scratch };
      const answer = await pool.run<Result>(work, request);
      if (answer.kind === 'done') {
        const clean = 'bytes' in content && !answer.value.onDisk;
        return { file, result: answer.value, discard: clean ? () => Promise.resolve() : discard };
      }
      options.onFailure?.(answer);
      if (answer.cause !== 'unavailable') return { file, result: failedExamination(name, answer.cause), discard };
    } catch (error) {
      await discard();
      throw error;
    }
    await discard();
    return reject('posteingang.examinationUnavailable');
  };
  return {
    examine: async (...asked) => {
      const looked = await look<ExaminationResult>('examine', asked);
      return isRejection(looked) ? looked : examined(looked);
    },
    judge: async (...asked) => {
      const looked = await look<JudgementResult>('judge', asked);
      if (isRejection(looked)) return looked;
      await looked.discard();
      const { outcome, reason, mime } = 'verdict' in looked.result ? looked.result.verdict : looked.result;
      return { outcome, reason, mime, original: looked.file };
    },
    close: () => pool.close(),
  };
}

/** What a process has answered; of bytes that brought it down there is only an examination that says so. */
interface Looked<Result> {
  readonly file: StoredObject;
  readonly result: Result | Examination;
  discard(): Promise<void>;
}

function examined({ file, result, discard }: Looked<ExaminationResult>): Examined {
  const { examination, partPaths } = 'examination' in result ? result : { examination: result, partPaths: [] };
  return {
    examination,
    original: file,
    discard,
    openPart: (position) => {
      const path = partPaths[position];
      if (path === undefined) throw new Error(`the examination has no part ${position}`);
      return createReadStream(path);
    },
  };
}

/** Reads and hashes the bytes, and writes them into the scratch folder where they are more than travel with a request. */
async function receive(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  scratch: string,
  known?: StoredObject,
): Promise<StoredObject & { content: SentContent }> {
  const hash = createHash('sha256');
  const path = () => scratchFolderAtNeed(scratch).place(ORIGINAL);
  let held: Uint8Array[] = [];
  let size = 0;
  let file: { path: string; handle: FileHandle } | undefined;
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      held.push(chunk);
      if (size > SMALL) {
        file ??= await openDraft(await path());
        for (const each of held) await file.handle.writeFile(each);
        held = [];
      }
      // 2 GB would fill the disk for nothing, and the transaction that waits for this would be given up.
      if (known && known.size > LARGEST_FILE && size >= SNIFF_LENGTH) return { ...known, content: contentSoFar() };
    }
  } finally {
    await file?.handle.close();
  }
  return { size, sha256: hash.digest('hex'), content: contentSoFar() };

  function contentSoFar(): SentContent {
    return file ? { path: file.path } : { bytes: Buffer.concat(held) };
  }
}

async function openDraft(path: string): Promise<{ path: string; handle: FileHandle }> {
  return { path, handle: await open(path, 'wx', 0o600) };
}
