import { join } from 'node:path';
import { openFolderStore } from '../../server/platform/objects/folder-store.js';
import type { Database, Queries } from '../../server/platform/postgres/database.js';
import { listMandanten } from '../../server/platform/postgres/mandanten.js';
import { openInstalledDatabase } from '../../server/protokoll/open-database.js';
import { verifyDatabase, type VerifiedProtokoll } from '../../server/protokoll/verify-database.js';

/** Everything that is in a data folder, counted by kind, with the state of its proofs and its bytes. */
export interface Inventory {
  readonly counts: Readonly<Record<string, unknown>>;
  readonly protokoll: readonly VerifiedProtokoll[];
  readonly objects: readonly { readonly sha256: string; readonly state: string }[];
}

const ACTS = [
  'posteingang.receiveEingang',
  'posteingang.recordExamination',
  'posteingang.assignEingang',
  'aufgabe.completeAufgabe',
  'zeichnung.signDokument',
  'akte.closeZdA',
  'aussonderung.transferAbgabe',
];

/** Looks into the data folder of a server that does not run. */
export async function inventory(dataFolder: string): Promise<Inventory> {
  const opened = await openInstalledDatabase({ LAUFMAPPE_DATA: dataFolder });
  if (!opened) throw new Error('the data folder holds no database');
  try {
    const { database } = opened;
    const protokoll = await verifyDatabase(database, join(dataFolder, 'protokoll-checkpoints'));
    return { protokoll, counts: await count(database), objects: await objectsOf(database, dataFolder) };
  } finally {
    await opened.close();
  }
}

async function count(database: Database): Promise<Record<string, unknown>> {
  return inOnlyMandant(database, async (queries) => {
    const grouped = (expression: string, from: string) => groupedCount(queries, expression, from);
    const single = async (from: string) => (await grouped(`'all'`, from))['all'] ?? 0;
    return {
      eingaenge: await grouped(`CASE WHEN source_key LIKE 'demo-%' THEN source_key ELSE channel END`, 'eingang'),
      akten: await single('akte'),
      vorgaenge: await grouped('state', 'vorgang'),
      instances: await grouped('status', 'engine.instance'),
      aufgaben: await grouped(`art || ' ' || state`, 'aufgabe'),
      zeichnungen: await grouped('art', 'zeichnung'),
      versions: await grouped(
        `d.art || CASE WHEN v.signatures = '[]' THEN ' unsigned' ELSE ' signed' END`,
        'dokument_version v JOIN dokument d ON d.id = v.dokument_id',
      ),
      aussonderungen: await single('aussonderung'),
      acts: await grouped('action', `protokoll WHERE action IN ('${ACTS.join(`', '`)}')`),
      unfinished: await single('outbox WHERE done_at IS NULL'),
      incidents: await single('engine.incident'),
    };
  });
}

async function groupedCount(queries: Queries, expression: string, from: string): Promise<Record<string, number>> {
  const rows = await queries.query<{ name: string; count: number }>(
    `SELECT ${expression} AS name, count(*)::int AS count FROM ${from} GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, count: found }) => [name, found]));
}

/** Every object that a row refers to, read and compared with its name. */
async function objectsOf(database: Database, dataFolder: string): Promise<Inventory['objects']> {
  const store = await openFolderStore(join(dataFolder, 'objects'));
  const rows = await inOnlyMandant(database, (queries) =>
    queries.query<{ sha256: string }>(
      `SELECT sha256 FROM eingang UNION SELECT sha256 FROM eingang_part UNION SELECT sha256 FROM dokument_version
       UNION SELECT sha256 FROM aussonderung`,
    ),
  );
  return Promise.all(rows.map(async ({ sha256 }) => ({ sha256, state: await store.verify(sha256) })));
}

async function inOnlyMandant<T>(database: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  const mandanten = await listMandanten(database);
  const [mandant] = mandanten;
  if (!mandant || mandanten.length > 1) throw new Error(`${mandanten.length} Mandanten`);
  return database.transaction(mandant, work);
}
