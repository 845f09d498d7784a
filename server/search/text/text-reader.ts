import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { reject, type Rejection } from '../../contract/rejections.js';
import { createWorkerPool, type WorkerPool } from '../../platform/worker/worker-pool.js';
import type { TextFound } from '../search.store.js';
import { canRecognise, recogniseText } from './recognise-text.js';
import type { TextRead, TextRequest } from './read-text.js';
import { inScratchFolder } from '../../platform/scratch-folder.js';

export interface TextReader {
  /**
   * The words of stored bytes, read in a process of its own. Damaged bytes are an answer (`failed`), no error.
   * @returns `search.readerUnavailable` when no process can be started: try again later
   */
  read(bytes: Readable, mime: string): Promise<TextFound | Rejection>;
  close(): Promise<void>;
}

export interface TextReaderOptions {
  readonly scratchFolder: string;
}

/** The process starts with the first file. A thousand pages take about 15 s here; on a busy machine four times that. */
export function createTextReader({ scratchFolder }: TextReaderOptions): TextReader {
  let pool: WorkerPool | undefined;
  return {
    read: async (bytes, mime) => {
      return inScratchFolder(scratchFolder, 'text', async (folder) => {
        const path = join(folder, 'original');
        await pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        const answer = await (pool ??= startPool()).run<TextRead>('readText', { path, mime } satisfies TextRequest);
        if (answer.kind === 'done')
          return await withRecognition({ ...answer.value, origin: 'bytes' }, path, mime, folder);
        if (answer.cause === 'unavailable') return reject('search.readerUnavailable');
        return { state: 'failed', content: '', origin: 'bytes' };
      });
    },
    close: async () => pool?.close(),
  };
}

function startPool(): WorkerPool {
  const entry = new URL('./text-worker.js', import.meta.url);
  return createWorkerPool({ entry, size: 1, timeLimit: 60_000, memoryLimitMegabytes: 800 });
}

/** Pages without text are recognised where the programs for it are installed; the state stays `none` where not. */
async function withRecognition(read: TextFound, path: string, mime: string, folder: string): Promise<TextFound> {
  if (read.state !== 'none' || !canRecognise(mime)) return read;
  const content = await recogniseText(path, mime, folder);
  return content ? { state: 'text', content, origin: 'ocr' } : read;
}
