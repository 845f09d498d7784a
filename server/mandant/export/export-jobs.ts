import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportState } from '../../contract/mandant-views.js';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import { logger } from '../../platform/logger.js';
import { exportMandant, type ExportParts } from './export-mandant.js';

/** Exports that the page has begun, one at a time for each Mandant. */
export interface ExportJobs {
  /** Begins one, or goes on with the one that a restart of the server has broken off. */
  begin(by: string, mandantId: Id): Promise<ExportState | Rejection>;
  state(mandantId: Id): ExportState;
  /** Waits for what is running; for tests and for a clean end. */
  settled(): Promise<void>;
}

/** @param home folder that gets a folder for each export */
export function createExportJobs(parts: ExportParts & { readonly home: string }): ExportJobs {
  const states = new Map<Id, { -readonly [Key in keyof ExportState]: ExportState[Key] }>();
  const running = new Set<Promise<void>>();
  const none: ExportState = { state: 'none', folder: null, rows: 0, objects: 0 };
  return {
    state: (mandantId) => ({ ...(states.get(mandantId) ?? none) }),
    begin: async (by, mandantId) => {
      if (states.get(mandantId)?.state === 'running') return reject('mandant.exportRunning');
      const now = { state: 'running' as ExportState['state'], folder: null as string | null, rows: 0, objects: 0 };
      states.set(mandantId, now);
      const folder = (await brokenOff(parts.home, mandantId)) ?? (await freshFolder(parts, mandantId));
      now.folder = folder;
      const onProgress = ({ rows = 0, objects = 0 }) => {
        now.rows += rows;
        now.objects += objects;
      };
      const work = exportMandant(parts, { mandantId, folder, by, onProgress }).then(
        (done) => {
          now.state = isRejection(done) ? 'failed' : 'done';
        },
        (error: unknown) => {
          logger.error({ mandantId, error: String(error) }, 'export of a Mandant');
          now.state = 'failed';
        },
      );
      running.add(work);
      void work.finally(() => running.delete(work));
      return { ...now };
    },
    settled: async () => {
      await Promise.all(running);
    },
  };
}

/** The folder of an export that never got its manifest. */
async function brokenOff(home: string, mandantId: Id): Promise<string | null> {
  const names = await readdir(home).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(`${mandantId}-`)).sort()) {
    const complete = await stat(join(home, name, 'manifest.json')).catch(() => null);
    if (!complete) return join(home, name);
  }
  return null;
}

async function freshFolder({ home, clock }: ExportParts & { home: string }, mandantId: Id): Promise<string> {
  const moment = clock.now().toISOString().slice(0, 19).replace(/\D/g, '');
  const folder = join(home, `${mandantId}-${moment}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
