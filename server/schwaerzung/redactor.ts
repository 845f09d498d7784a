import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reject, isRejection, type Rejection } from '../contract/rejections.js';
import type { PageWords } from '../contract/schwaerzung-views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { createWorkerPool, type WorkerPool } from '../platform/worker/worker-pool.js';
import type { Area, Redacted } from './pdf/redact.js';
import type { ReadPages } from './pdf/read-pages.js';
import type { NotRedactable } from './pdf/source.js';
import { fetchObject } from '../platform/objects/fetch-object.js';
import { inScratchFolder, makeScratchFolder } from '../platform/scratch-folder.js';

/** Draws and reads pages beside the server. */
export interface Redactor {
  words(file: StoredFile): Promise<PageWords | Rejection>;
  /** The pages of a picture as a PDF, piece by piece. */
  pages(file: StoredFile): AsyncIterable<Uint8Array>;
  /** Makes the redacted file and stores it. */
  redact(file: StoredFile, areas: readonly Area[]): Promise<MadeFile | Rejection>;
  close(): Promise<void>;
}

export interface MadeFile {
  readonly file: StoredFile;
  readonly pages: number;
  readonly removedWords: readonly string[];
}

// 300 pages at half a second each, on a busy machine twice that. A page of A0 takes 250 MB while it is drawn and as much
// again while it is packed.
const LIMITS = { size: 1, timeLimit: 300_000, memoryLimitMegabytes: 1_500 };

/** The process starts with the first page: an office that redacts nothing keeps its memory. */
export function createRedactor({ objects, scratchFolder }: { objects: ObjectStore; scratchFolder: string }): Redactor {
  let pool: WorkerPool | null = null;
  const run = async <Value>(name: string, input: object): Promise<Value | Rejection> => {
    pool ??= createWorkerPool({ entry: new URL('./schwaerzung-worker.js', import.meta.url), ...LIMITS });
    let answer = await pool.run<Value>(name, input);
    // Drawing code that is not ours may end its process once without a reason; twice, and it is the file.
    if (answer.kind === 'failed' && answer.cause === 'crash') answer = await pool.run<Value>(name, input);
    if (answer.kind === 'done') return answer.value;
    if (answer.cause === 'unavailable') return reject('schwaerzung.away');
    // A library that throws or ends its process has met something in the file that it cannot draw.
    const broken = answer.cause === 'error' || answer.cause === 'crash';
    return reject(broken ? 'schwaerzung.damaged' : 'schwaerzung.guarded');
  };

  /** Gives the file and a place for the new one in a folder that is removed whatever happens. */
  const withFolder = async <Value>(
    { sha256 }: StoredFile,
    use: (paths: { path: string; target: string }) => Promise<Value>,
  ): Promise<Value> => {
    return inScratchFolder(scratchFolder, 'schwaerzung', async (folder) => {
      const path = join(folder, 'original');
      await fetchObject(objects, sha256, path);
      return await use({ path, target: join(folder, 'new') });
    });
  };

  return {
    words: (file) =>
      withFolder(file, async ({ path }) => {
        const read = await run<ReadPages | NotRedactable>('readPages', { path, mime: file.mime });
        if (isRejection(read)) return read;
        return typeof read === 'string' ? refusalOf(read, file) : shownWords(read);
      }),
    pages: async function* pages(file) {
      const folder = await makeScratchFolder(scratchFolder, 'schwaerzung');
      try {
        const [path, target] = [join(folder, 'original'), join(folder, 'new')];
        await fetchObject(objects, file.sha256, path);
        const written = await run<string>('writePicturePages', { path, target, mime: file.mime });
        // The words of the page have been asked for before, and said why there are none.
        if (written !== 'written') throw new Error('The picture has no page');
        yield* createReadStream(target) as AsyncIterable<Uint8Array>;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    redact: (file, areas) =>
      withFolder(file, async ({ path, target }) => {
        const made = await run<Redacted>('redact', { path, target, mime: file.mime, areas });
        if (isRejection(made)) return made;
        if (made.kind === 'refused') return refusalOf(made.why, file);
        const stored = await objects.put(createReadStream(target));
        if (isRejection(stored)) return stored;
        const { pages, removedWords } = made;
        return { file: { ...stored, name: 'Geschwaerzt.pdf', mime: 'application/pdf' }, pages, removedWords };
      }),
    close: async () => pool?.close(),
  };
}

function shownWords({ pages, notes }: ReadPages): PageWords {
  return {
    pages: pages.map(({ words }) => ({
      words: words.map(({ text, box, line }) => ({ text, box: [...box], line })),
    })),
    notes: [...notes],
  };
}

function refusalOf(why: NotRedactable | 'leak' | 'outside', { mime }: StoredFile): Rejection {
  return reject(`schwaerzung.${why}`, { mime });
}
