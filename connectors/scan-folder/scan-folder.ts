import { createReadStream } from 'node:fs';
import { access, constants, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectorHealth, IntakePort, IntakeRefusal } from './intake-port.js';
import { createArrivals } from './arrivals.js';
import { layoutOf, makeFolders, newClaim, readClaim, syncFolders, type Claim } from './layout.js';
import { reasonText } from './reason-file.js';

export interface ScanFolder {
  /**
   * Looks once and takes in what is ready. The caller decides how often (two seconds suit scanners and people); two
   * calls never overlap. Never throws: an unreadable folder is a health.
   */
  poll(): Promise<PollReport>;
}

export interface PollReport {
  readonly received: number;
  readonly duplicates: number;
  readonly failed: number;
  /** Files that are still being written. */
  readonly changing: number;
  /** Files that are none of our business and stay where they are. */
  readonly foreign: number;
  readonly health: ConnectorHealth;
}

export interface ScanFolderOptions {
  readonly folder: string;
  readonly intake: IntakePort;
  /** Time of arrival comes from here. */
  readonly now: () => Date;
}

type Counts = Record<'received' | 'duplicates' | 'failed', number>;

/**
 * Takes files out of a watched folder, each exactly once. A file is claimed by moving it into the work folder under a
 * name that is its source key from then on; whatever is interrupted afterwards is offered again under the same key.
 */
export function createScanFolder({ folder, intake, now }: ScanFolderOptions): ScanFolder {
  const layout = layoutOf(folder);
  const arrivals = createArrivals(folder);

  const claimReady = async (names: readonly string[]) => {
    for (const name of names) {
      await renameIfThere(join(folder, name), join(layout.work, newClaim(name, now()).fileName));
    }
    if (names.length > 0) await syncFolders(layout.work, folder);
  };

  const offer = async (claim: Claim): Promise<keyof Counts | 'later'> => {
    const path = join(layout.work, claim.fileName);
    const { fileName: sourceKey, name, receivedAt } = claim;
    const answer = await intake.receive({ sourceKey, name, receivedAt, open: () => createReadStream(path) });
    if (typeof answer === 'string') {
      await renameIfThere(path, join(layout.done, claim.fileName));
      return answer === 'received' ? 'received' : 'duplicates';
    }
    if (answer.status >= 500) return 'later';
    await setAside(claim, answer);
    return 'failed';
  };

  /** The reason first: a file in the folder for failures without one would be a riddle. */
  const setAside = async (claim: Claim, refusal: IntakeRefusal) => {
    // With a mark: the editors of scanning workstations take UTF-8 without one for Windows-1252.
    await writeFile(join(layout.failed, `${claim.fileName}.grund.txt`), `\ufeff${reasonText(claim, refusal)}`);
    await renameIfThere(join(layout.work, claim.fileName), join(layout.failed, claim.fileName));
  };

  return {
    poll: async () => {
      const counts: Counts = { received: 0, duplicates: 0, failed: 0 };
      let seen = { changing: 0, foreign: 0 };
      let health = HEALTHY;
      try {
        await makeFolders(layout);
        await access(folder, constants.R_OK | constants.W_OK);
        const { ready, ...others } = await arrivals.look();
        seen = others;
        await claimReady(ready);
        for (const fileName of (await readdir(layout.work)).sort()) {
          const claim = readClaim(fileName);
          const outcome = claim ? await offer(claim).catch(() => 'later' as const) : null;
          if (outcome === 'later') health = WAITING;
          else if (outcome) counts[outcome] += 1;
        }
      } catch {
        health = UNREADABLE;
      }
      return { ...counts, ...seen, health };
    },
  };
}

/** Another process may have been faster, or a person took the file away: both are no failure. */
async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

const HEALTHY: ConnectorHealth = {
  state: 'ok',
  de: 'Der Eingangsordner wird beobachtet.',
  en: 'The intake folder is being watched.',
};
const WAITING: ConnectorHealth = {
  state: 'degraded',
  de: 'Dateien aus dem Eingangsordner warten, weil die Aufnahme gerade nicht möglich ist. Sie werden von selbst wiederholt.',
  en: 'Files from the intake folder are waiting, because they cannot be taken in right now. They are repeated by themselves.',
};
const UNREADABLE: ConnectorHealth = {
  state: 'degraded',
  de: 'Der Eingangsordner ist nicht lesbar oder nicht beschreibbar. Bitte Pfad und Rechte prüfen.',
  en: 'The intake folder cannot be read or written. Please check its path and permissions.',
};
