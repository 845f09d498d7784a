import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { reject, type Rejection } from '../../contract/rejections.js';
import { inScratchFolder } from '../../platform/scratch-folder.js';
import { createWorkerPool, type WorkerPool } from '../../platform/worker/worker-pool.js';
import type { TextFound } from '../text.store.js';
import { isOffice } from './office-text.js';
import { canRecognise, recogniseText, type Watch } from './recognise-text.js';
import type { TextRead } from './plain-text.js';
import type { TextRequest } from './read-text.js';

export interface FileFacts {
  /** Type found in the bytes at their arrival. */
  readonly mime: string;
  readonly size: number;
}

export interface TextReader {
  /**
   * The words of stored bytes, read in a process of its own. Damaged bytes are an answer (`failed`), no error. Pages without
   * text that can be recognised here are a `scan`.
   * @returns `search.readerUnavailable` when no process can be started: try again later
   */
  read(bytes: Readable, file: FileFacts): Promise<TextFound | Rejection>;
  /** The words on the pages of a scan. @throws when it is ended before the last page */
  recognise(bytes: Readable, mime: string, watch: Watch): Promise<TextFound>;
  close(): Promise<void>;
}

export interface TextReaderOptions {
  readonly scratchFolder: string;
}

/** Up to this many bytes travel with the request. */
const SMALL = 256_000;

/** The process starts with the first file. A thousand pages take about 15 s here; on a busy machine four times that. */
export function createTextReader({ scratchFolder }: TextReaderOptions): TextReader {
  let pool: WorkerPool | undefined;
  const withFile = <Value>(bytes: Readable, work: (path: string, folder: string) => Promise<Value>) =>
    inScratchFolder(scratchFolder, 'text', async (folder) => {
      const path = join(folder, 'original');
      await pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return work(path, folder);
    });
  const asked = async (request: TextRequest): Promise<TextFound | Rejection> => {
    const answer = await (pool ??= startPool()).run<TextRead>('readText', request);
    if (answer.kind === 'done') {
      const scan = answer.value.state === 'none' && canRecognise(request.mime);
      return scan ? { state: 'scan', content: '' } : answer.value;
    }
    if (answer.cause === 'unavailable') return reject('search.readerUnavailable');
    return { state: 'failed', content: '' };
  };
  return {
    read: async (bytes, { mime, size }) => {
      // The readers of office files seek in them.
      if (size > SMALL || isOffice(mime)) return withFile(bytes, (path) => asked({ source: { path }, mime }));
      return asked({ source: { bytes: await buffer(bytes) }, mime });
    },
    recognise: (bytes, mime, watch) =>
      withFile(bytes, async (path, folder): Promise<TextFound> => {
        const content = await recogniseText(path, mime, folder, watch);
        return content === null ? { state: 'none', content: '' } : { state: 'text', content };
      }),
    close: async () => pool?.close(),
  };
}

function startPool(): WorkerPool {
  const entry = new URL('./text-worker.js', import.meta.url);
  return createWorkerPool({ entry, size: 1, timeLimit: 60_000, memoryLimitMegabytes: 800 });
}
