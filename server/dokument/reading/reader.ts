import { join } from 'node:path';
import type { Comparison, FileFacts } from '../../contract/reading-views.js';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { StoredFile } from '../../platform/http/routes.js';
import type { ObjectStore } from '../../platform/objects/object-store.js';
import { createWorkerPool, type WorkerPool } from '../../platform/worker/worker-pool.js';
import { fetchObject } from '../../platform/objects/fetch-object.js';
import { inScratchFolder } from '../../platform/scratch-folder.js';

/** One version as it lies in the object store. */
export interface VersionToRead {
  readonly nummer: number;
  readonly file: StoredFile;
}

/** Reads versions beside the server: properties, and the difference of two texts. */
export interface Reader {
  facts(version: VersionToRead): Promise<FileFacts | Rejection>;
  compare(older: VersionToRead, newer: VersionToRead): Promise<Comparison | Rejection>;
  close(): Promise<void>;
}

// As the examination, and a bit less time: somebody is looking at the page meanwhile.
const LIMITS = { size: 1, timeLimit: 15_000, memoryLimitMegabytes: 800 };

/** The process starts with the first question: an office that compares nothing keeps its 60 MB. */
export function createReader({ objects, scratchFolder }: { objects: ObjectStore; scratchFolder: string }): Reader {
  let pool: WorkerPool | null = null;
  const run = <Value>(name: string, input: object) => {
    pool ??= createWorkerPool({ entry: new URL('./reading-worker.js', import.meta.url), ...LIMITS });
    return pool.run<Value>(name, input);
  };

  /** Puts the versions into files of their own, which are removed whatever happens. */
  const withFiles = async <Value>(
    versions: readonly VersionToRead[],
    use: (paths: readonly string[]) => Promise<Value>,
  ): Promise<Value> => {
    return inScratchFolder(scratchFolder, 'reading', async (folder) => {
      const paths: string[] = [];
      for (const { nummer, file } of versions) {
        const path = join(folder, String(nummer));
        await fetchObject(objects, file.sha256, path);
        paths.push(path);
      }
      return await use(paths);
    });
  };

  return {
    facts: (version) =>
      withFiles([version], async ([path = '']) => {
        const { size, mime } = version.file;
        const answer = await run<FileFacts>('read', { path, size, mime });
        if (answer.kind === 'done') return answer.value;
        return answer.cause === 'unavailable'
          ? reject('dokument.readerAway')
          : { properties: [], unreadable: 'guarded' };
      }),
    compare: (older, newer) =>
      withFiles([older, newer], async ([from = '', to = '']) => {
        const input = (version: VersionToRead, path: string) => {
          const { size, mime } = version.file;
          return { path, size, mime, nummer: version.nummer };
        };
        const answer = await run<Comparison>('compare', { older: input(older, from), newer: input(newer, to) });
        if (answer.kind === 'done') return answer.value;
        if (answer.cause === 'unavailable') return reject('dokument.readerAway');
        return { kind: 'unreadable', version: newer.nummer, reason: 'guarded' };
      }),
    close: async () => pool?.close(),
  };
}
