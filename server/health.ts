import type { ConnectorHealth } from '../connectors/scan-folder/intake-port.js';
import { consistencyPart } from './consistency/consistency-health.js';
import type { HealthView } from './contract/views.js';
import { freeBytes } from './platform/free-bytes.js';
import type { ObjectStore } from './platform/objects/object-store.js';
import type { Database } from './platform/postgres/database.js';
import { listMandanten } from './platform/postgres/mandanten.js';

type Part = HealthView['parts'][number];

// Below this the next large scan may not fit any more.
const LITTLE_SPACE_BYTES = 2 * 1024 ** 3;

export interface HealthParts {
  readonly database: Database;
  readonly objects: Pick<ObjectStore, 'health'>;
  readonly dataFolder: string;
  /** What the connector of the watched folder reports; null before its first look. */
  readonly folder: () => ConnectorHealth | null;
  /** What the checkpoints of the Protokoll have shown, and whether they can be written. */
  readonly protokoll: { broken(): readonly unknown[]; writing(): 'ok' | 'failing' };
  /** Where mails go. */
  readonly post: { readonly de: string; readonly en: string };
  /** The lights of the directories that people sign in by. */
  readonly directories: () => Promise<readonly Part[]>;
  /** The light of the cluster that processes run on; none where they run in this server. */
  readonly zeebe?: (() => Part) | undefined;
  /** The light of the server that edits Dokumente in the browser. */
  readonly editor?: () => Promise<Part>;
}

/** One light per part, with a sentence that says what is wrong. Counts only: it is readable without a sign-in. */
export async function checkHealth({
  database,
  objects,
  dataFolder,
  folder,
  protokoll,
  post,
  directories,
  zeebe,
  editor,
}: HealthParts): Promise<HealthView> {
  const parts = [
    ...(await databaseParts(database)),
    await storagePart(dataFolder),
    { name: 'objects', ...(await objects.health()) },
    folderPart(folder()),
    protokollPart(protokoll.broken().length, protokoll.writing()),
    { name: 'post', state: 'ok' as const, ...post },
    ...(await directories()),
    ...(zeebe ? [zeebe()] : []),
    ...(editor ? [await editor()] : []),
  ];
  return { state: parts.every(({ state }) => state === 'ok') ? 'ok' : 'degraded', parts };
}

/** What waits for help in the database, over all Mandanten. */
interface Trouble {
  /** Follow-ups, timers and signals that have failed several times. */
  readonly failing: number;
  readonly incidents: number;
  /** Objects that the storage does not protect as the records want. */
  readonly unprotected: number;
}

async function databaseParts(database: Database): Promise<Part[]> {
  try {
    const { failing, incidents, unprotected } = await troubleOf(database);
    return [
      followUpPart(failing),
      processPart(incidents),
      ...protectionPart(unprotected),
      await consistencyPart(database),
    ];
  } catch {
    return [
      {
        name: 'database',
        state: 'degraded',
        de: 'Datenbank nicht erreichbar; es wird nichts geändert, bis sie wieder da ist',
        en: 'Database unreachable; nothing is changed until it is back',
      },
    ];
  }
}

async function troubleOf(database: Database): Promise<Trouble> {
  const total = { failing: 0, incidents: 0, unprotected: 0 };
  for (const id of await listMandanten(database)) {
    const [row] = await database.transaction(id, (queries) =>
      queries.query<Trouble>(
        `SELECT (SELECT count(*)::int FROM outbox WHERE mandant_id = $1 AND done_at IS NULL AND attempts >= 3)
              + (SELECT count(*)::int FROM engine.timer WHERE mandant_id = $1 AND attempts >= 3)
              + (SELECT count(*)::int FROM engine.start_timer WHERE mandant_id = $1 AND attempts >= 3)
              + (SELECT count(*)::int FROM engine.signal_delivery WHERE mandant_id = $1 AND attempts >= 3) AS failing,
                (SELECT count(*)::int FROM engine.incident WHERE mandant_id = $1) AS incidents,
                (SELECT count(*)::int FROM object_protection WHERE mandant_id = $1 AND state = 'differs') AS unprotected`,
        [id],
      ),
    );
    total.failing += row?.failing ?? 0;
    total.incidents += row?.incidents ?? 0;
    total.unprotected += row?.unprotected ?? 0;
  }
  return total;
}

function followUpPart(failing: number): Part {
  return failing === 0
    ? { name: 'database', state: 'ok', de: 'Datenbank erreichbar', en: 'Database reachable' }
    : {
        name: 'database',
        state: 'degraded',
        de: `${failing} ${failing === 1 ? 'Folgeschritt scheitert' : 'Folgeschritte scheitern'} wiederholt; das Protokoll des Servers nennt den Grund`,
        en: `${failing} ${failing === 1 ? 'follow-up fails' : 'follow-ups fail'} repeatedly; the server log says why`,
      };
}

function processPart(incidents: number): Part {
  return incidents === 0
    ? { name: 'processes', state: 'ok', de: 'Alle Abläufe kommen voran', en: 'All processes are going on' }
    : {
        name: 'processes',
        state: 'degraded',
        de: `${incidents} ${incidents === 1 ? 'Störung hält einen Ablauf' : 'Störungen halten Abläufe'} an; im Modeler stehen Ort und Grund`,
        en: `${incidents} ${incidents === 1 ? 'incident stops a process' : 'incidents stop processes'}; the modeler shows where and why`,
      };
}

/** Only where something is wrong: a folder protects nothing, and a light for it would always be green. */
function protectionPart(unprotected: number): Part[] {
  if (unprotected === 0) return [];
  return [
    {
      name: 'protection',
      state: 'degraded',
      de: `${unprotected} ${unprotected === 1 ? 'Datei ist' : 'Dateien sind'} im Speicher nicht so gesperrt, wie die Akten es verlangen; in den Akten gilt die Sperre`,
      en: `${unprotected} ${unprotected === 1 ? 'file is' : 'files are'} not locked in the storage as the records want; in the records the hold is in force`,
    },
  ];
}

async function storagePart(dataFolder: string): Promise<Part> {
  const free = await freeBytes(dataFolder);
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

function protokollPart(breaks: number, writing: 'ok' | 'failing'): Part {
  if (breaks === 0 && writing === 'failing') {
    return {
      name: 'protokoll',
      state: 'degraded',
      de: 'Prüfpunkte des Protokolls lassen sich nicht schreiben; das Protokoll des Servers nennt den Grund',
      en: 'Checkpoints of the audit trail cannot be written; the server log says why',
    };
  }
  return breaks === 0
    ? { name: 'protokoll', state: 'ok', de: 'Protokoll ist lückenlos', en: 'Audit trail is unbroken' }
    : {
        name: 'protokoll',
        state: 'degraded',
        de: 'Das Protokoll passt nicht zu seinen Prüfpunkten; bitte „npm run protokoll:verify“ ausführen',
        en: 'The audit trail does not fit its checkpoints; please run "npm run protokoll:verify"',
      };
}
