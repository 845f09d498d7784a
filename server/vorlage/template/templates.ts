import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { StoredFile } from '../../platform/http/routes.js';
import type { ObjectStore } from '../../platform/objects/object-store.js';
import { createWorkerPool, type WorkerPool } from '../../platform/worker/worker-pool.js';
import type { TemplateReading } from './inspect-template.js';
import type { TemplateKind } from './text-form.js';
import { fetchObject } from '../../platform/objects/fetch-object.js';
import { inScratchFolder } from '../../platform/scratch-folder.js';

export const TEMPLATE_TYPES: Readonly<Record<TemplateKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
};

/** Reads and fills office files beside the server. */
export interface Templates {
  inspect(file: StoredFile): Promise<TemplateReading | Rejection>;
  /** @param name of the new file without its end. @returns the filled file, which is in the object store */
  fill(file: StoredFile, values: Readonly<Record<string, string>>, name: string): Promise<StoredFile | Rejection>;
  close(): Promise<void>;
}

// A letter takes 50 ms; somebody is looking at the page meanwhile, or a transaction waits.
const LIMITS = { size: 1, timeLimit: 10_000, memoryLimitMegabytes: 600 };

/** The process starts with the first template: an office without any keeps its 60 MB. */
export function createTemplates(parts: {
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly scratchFolder: string;
}): Templates {
  const { objects, scratchFolder } = parts;
  let pool: WorkerPool | null = null;

  /** Puts the template into a folder of its own, which is removed whatever happens. */
  const beside = async <Value extends object>(
    file: StoredFile,
    work: (run: WorkerPool['run'], folder: string, path: string) => Promise<Value>,
  ): Promise<Value> => {
    return inScratchFolder(scratchFolder, 'template', async (folder) => {
      const path = join(folder, 'template');
      await fetchObject(objects, file.sha256, path);
      pool ??= createWorkerPool({ entry: new URL('./template-worker.js', import.meta.url), ...LIMITS });
      return await work(pool.run, folder, path);
    });
  };

  return {
    inspect: (file) =>
      beside<TemplateReading | Rejection>(file, async (run, _folder, path) => {
        const answer = await run<TemplateReading>('inspect', { path, size: file.size });
        if (answer.kind === 'done') return answer.value;
        // A parser that was stopped by its guard has met something that no letter holds.
        if (answer.cause !== 'unavailable') return { faults: [{ code: 'tooLarge', found: '' }] };
        return reject('dokument.readerAway');
      }),
    fill: (file, values, name) =>
      beside<StoredFile | Rejection>(file, async (run, folder, path) => {
        const into = join(folder, 'filled');
        const answer = await run<{ kind: TemplateKind }>('fill', { path, size: file.size, values, into });
        if (answer.kind !== 'done') {
          if (answer.cause === 'unavailable') return reject('dokument.readerAway');
          throw new Error(`A template could not be filled: ${answer.detail}`);
        }
        const stored = await objects.put(createReadStream(into));
        if (isRejection(stored)) return stored;
        const { kind } = answer.value;
        return { ...stored, name: `${name}.${kind}`, mime: TEMPLATE_TYPES[kind] };
      }),
    close: async () => pool?.close(),
  };
}
