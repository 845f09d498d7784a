import { statfs } from 'node:fs/promises';
import type { ConnectorHealth } from '../connectors/scan-folder/intake-port.js';
import type { HealthView, Id } from './contract/views.js';
import type { Database } from './platform/postgres/database.js';

type Part = HealthView['parts'][number];

// Below this the next large scan may not fit any more.
const LITTLE_SPACE_BYTES = 2 * 1024 ** 3;

export interface HealthParts {
  readonly database: Database;
  readonly dataFolder: string;
  /** What the connector of the watched folder reports; null before its first look. */
  readonly folder: () => ConnectorHealth | null;
  /** Breaks that the checkpoints of the Protokoll have shown. */
  readonly protokoll: () => readonly unknown[];
}

/** One light per part, with a sentence that says what is wrong. Counts only: it is readable without a sign-in. */
export async function checkHealth({ database, dataFolder, folder, protokoll }: HealthParts): Promise<HealthView> {
  const parts = [
    await databasePart(database),
    await storagePart(dataFolder),
    folderPart(folder()),
    protokollPart(protokoll().length),
  ];
  return { state: parts.every(({ state }) => state === 'ok') ? 'ok' : 'degraded', parts };
}

async function databasePart(database: Database): Promise<Part> {
  try {
    const mandanten = await database.withoutMandant.query<{ id: Id }>(`SELECT list_mandanten() AS id`);
    let waiting = 0;
    for (const { id } of mandanten) {
      const [row] = await database.transaction(id, (queries) =>
        queries.query<{ failing: number }>(
          `SELECT count(*)::int AS failing FROM outbox WHERE mandant_id = $1 AND done_at IS NULL AND attempts >= 3`,
          [id],
        ),
      );
      waiting += row?.failing ?? 0;
    }
    return waiting === 0
      ? { name: 'database', state: 'ok', de: 'Datenbank erreichbar', en: 'Database reachable' }
      : {
          name: 'database',
          state: 'degraded',
          de: `${waiting} Folgeschritte scheitern wiederholt; das Protokoll des Servers nennt den Grund`,
          en: `${waiting} follow-ups fail repeatedly; the server log says why`,
        };
  } catch {
    return {
      name: 'database',
      state: 'degraded',
      de: 'Datenbank nicht erreichbar; es wird nichts geändert, bis sie wieder da ist',
      en: 'Database unreachable; nothing is changed until it is back',
    };
  }
}

async function storagePart(dataFolder: string): Promise<Part> {
  const { bavail, bsize } = await statfs(dataFolder);
  const free = bavail * bsize;
  const gigabytes = (free / 1024 ** 3).toFixed(1);
  return free >= LITTLE_SPACE_BYTES
    ? { name: 'storage', state: 'ok', de: 'Speicherplatz reicht', en: 'Enough storage' }
    : {
        name: 'storage',
        state: 'degraded',
        de: `Nur noch ${gigabytes.replace('.', ',')} GB frei; bitte Platz schaffen`,
        en: `Only ${gigabytes} GB left; please make room`,
      };
}

function folderPart(health: ConnectorHealth | null): Part {
  const waiting = {
    state: 'ok',
    de: 'Eingangsordner wird gleich gelesen',
    en: 'Intake folder is about to be read',
  } as const;
  return { name: 'folder', ...(health ?? waiting) };
}

function protokollPart(breaks: number): Part {
  return breaks === 0
    ? { name: 'protokoll', state: 'ok', de: 'Protokoll ist lückenlos', en: 'Audit trail is unbroken' }
    : {
        name: 'protokoll',
        state: 'degraded',
        de: 'Das Protokoll passt nicht zu seinen Prüfpunkten; bitte „npm run protokoll:verify“ ausführen',
        en: 'The audit trail does not fit its checkpoints; please run "npm run protokoll:verify"',
      };
}
