import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { isRejection, reject, type Rejection, type RejectionCode } from '../../contract/rejections.js';
import { fetchObject } from '../../platform/objects/fetch-object.js';
import type { ObjectStore, StoredObject } from '../../platform/objects/object-store.js';
import type { Replacement } from '../../platform/pdf/register/register-parts.js';
import { inScratchFolder } from '../../platform/scratch-folder.js';
import { createWorkerPool, type WorkerPool } from '../../platform/worker/worker-pool.js';
import type { CountedScan, Letters } from '../scan.js';
import type { RefusedScan } from './compose-letters.js';
import type { ComposeRequest } from './letter-worker.js';

export interface StoredScan extends CountedScan {
  readonly sha256: string;
}

/** Makes letters of scans beside the server. */
export interface LetterMaker {
  /** Makes and stores a PDF for each letter. */
  make(scans: readonly StoredScan[], letters: Letters): Promise<StoredObject[] | Rejection>;
  close(): Promise<void>;
}

// 2,000 pages of 200 MB took 9 s on a busy machine, and 370 MB as 200 letters, 560 MB as one (30.11.2026).
const LIMITS = { size: 1, timeLimit: 120_000, memoryLimitMegabytes: 1_500 };

/** The process starts with the first scan that is taken apart: an office that never does keeps its memory. */
export function createLetterMaker({
  objects,
  scratchFolder,
}: {
  objects: ObjectStore;
  scratchFolder: string;
}): LetterMaker {
  let pool: WorkerPool | null = null;
  const compose = async (request: ComposeRequest, scans: readonly StoredScan[]): Promise<Rejection | null> => {
    pool ??= createWorkerPool({ entry: new URL('./letter-worker.js', import.meta.url), ...LIMITS });
    const answer = await pool.run<RefusedScan | null>('composeLetters', request);
    if (answer.kind === 'failed') {
      return reject(answer.cause === 'unavailable' ? 'posteingang.rearrangingAway' : 'posteingang.rearrangingGuarded');
    }
    if (answer.value === null) return null;
    return reject(REFUSALS[answer.value.why], { file: scans[answer.value.scan]?.fileName ?? '' });
  };

  return {
    make: (scans, letters) =>
      inScratchFolder(scratchFolder, 'letters', async (folder) => {
        const request = {
          scans: scans.map(({ pages }, index) => ({ path: join(folder, `scan-${index}`), pages })),
          letters: letters.map(({ pages }, index) => ({ path: join(folder, `letter-${index}`), pages })),
        };
        for (const [index, { path }] of request.scans.entries()) {
          await fetchObject(objects, scans[index]?.sha256 ?? '', path);
        }
        const refused = await compose(request, scans);
        if (refused) return refused;
        const stored: StoredObject[] = [];
        for (const { path } of request.letters) {
          const object = await objects.put(createReadStream(path));
          if (isRejection(object)) return object;
          stored.push(object);
        }
        return stored;
      }),
    close: async () => pool?.close(),
  };
}

const REFUSALS: Readonly<Record<Replacement, RejectionCode>> = {
  encrypted: 'posteingang.scanEncrypted',
  damaged: 'posteingang.scanDamaged',
  layers: 'posteingang.scanLayers',
  dynamicForm: 'posteingang.scanForm',
  tooLarge: 'posteingang.scanDamaged',
  kind: 'posteingang.scanDamaged',
};
