import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { isRejection } from '../../contract/rejections.js';
import type { ActRunner } from '../../platform/act-runner.js';
import type { Clock } from '../../platform/clock.js';
import { findProgram } from '../../platform/find-program.js';
import { backOff } from '../../platform/jobs/back-off.js';
import { createLanes, type Lanes } from '../../platform/jobs/lanes.js';
import { logger } from '../../platform/logger.js';
import type { ObjectStore } from '../../platform/objects/object-store.js';
import type { Database } from '../../platform/postgres/database.js';
import { listMandanten } from '../../platform/postgres/mandanten.js';
import { convertOffice } from './convert-office.js';
import { officeKindOf } from './office-kinds.js';
import {
  postponeRendition,
  reviveNotInstalled,
  saveFailed,
  saveReady,
  takeDue,
  type NextRendition,
  type RenditionReason,
} from './rendition.store.js';
import { fetchObject } from '../../platform/objects/fetch-object.js';
import { inScratchFolder } from '../../platform/scratch-folder.js';

export interface RenditionMakerParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly scratchFolder: string;
  /** Path of LibreOffice; null where it is not installed. Asked anew each time. */
  readonly findOffice?: () => string | null;
}

type Made = { readonly sha256: string; readonly size: number } | RenditionReason | 'later';

const actor = { kind: 'system', name: 'renditions' } as const;

/**
 * Makes the renditions that are due, one at a time: LibreOffice takes a whole core, and nobody's letter waits for it. The row
 * lock is the lease, so a server that is killed leaves the row to the next one.
 */
export function createRenditionMaker(parts: RenditionMakerParts): Lanes {
  const { database, runner, clock, findOffice = installedOffice } = parts;
  const performNext = async (mandantId: string): Promise<boolean> => {
    const done = await runner.transaction({ mandantId, actor }, async (tx) => {
      const due = await takeDue(tx, clock.now());
      if (!due) return false;
      const made = await make(parts, findOffice(), due);
      if (made === 'later') await postponeRendition(tx, due, backOff(clock.now(), due.attempts));
      else if (typeof made === 'string') await saveFailed(tx, due, made);
      else await saveReady(tx, due, made);
      tx.changed('vorgang', due.vorgangId);
      return true;
    });
    if (isRejection(done)) throw new Error(`A rendition was refused: ${done.code}`);
    return done;
  };
  const lanes = createLanes(database, [performNext]);
  const revive = async () => {
    if (!findOffice()) return;
    for (const mandantId of await listMandanten(database))
      await database.transaction(mandantId, (queries) => reviveNotInstalled(queries, clock.now()));
  };
  let reviving: Promise<void> = Promise.resolve();
  return {
    ...lanes,
    start: () => {
      reviving = revive().catch((error: unknown) => logger.error({ error: String(error) }, 'renditions'));
      lanes.start();
    },
    stop: async () => {
      await reviving;
      await lanes.stop();
    },
  };
}

/** `LAUFMAPPE_SOFFICE` names it where it is not on the path. */
function installedOffice(): string | null {
  return process.env['LAUFMAPPE_SOFFICE'] ?? findProgram('soffice');
}

async function make(
  { objects, scratchFolder }: RenditionMakerParts,
  office: string | null,
  { file }: NextRendition,
): Promise<Made> {
  const kind = officeKindOf(file.mime);
  if (!kind) return 'broken';
  if (!office) return 'notInstalled';
  return inScratchFolder(scratchFolder, 'rendition', async (folder) => {
    // A name of ours: that of the file comes from outside.
    const path = join(folder, `original.${kind.extension}`);
    await fetchObject(objects, file.sha256, path);
    const converted = await convertOffice(office, path, kind, folder);
    if (converted.kind === 'unavailable') return 'later';
    if (converted.kind === 'failed') return converted.cause;
    const stored = await objects.put(createReadStream(converted.path));
    return isRejection(stored) ? 'later' : stored;
  });
}
