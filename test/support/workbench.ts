import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PEOPLE } from '../../server/demo/people.js';
import { demoPasswordHash, seedMandant } from '../../server/demo/seed-mandant.js';
import { loadPerson } from '../../server/identity/identity.queries.js';
import { createActRunner, type ActContext, type ActRunner } from '../../server/platform/act-runner.js';
import { standingClock, type SettableClock } from '../../server/platform/clock.js';
import { newId } from '../../server/platform/ids.js';
import { openFolderStore } from '../../server/platform/objects/folder-store.js';
import type { ObjectStore } from '../../server/platform/objects/object-store.js';
import { openDatabase, type Database } from '../../server/platform/postgres/database.js';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { appendProtokoll } from '../../server/protokoll/append-protokoll.js';
import { testDatabase, type TestDatabase } from './postgres.js';

/** Everything an act needs, on a real PostgreSQL, with the people of the demo and a clock that stands still. */
export interface Workbench {
  readonly urls: TestDatabase;
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: SettableClock;
  readonly objects: ObjectStore;
  /** Folder for the checkpoints of the Protokoll. */
  readonly checkpoints: string;
  readonly mandantId: string;
  readonly system: ActContext;
  /** The context of a demo person by login, e.g. `jana.petersen`. */
  as(login: string): ActContext;
  close(): Promise<void>;
}

export const WORKBENCH_START = '2026-11-24T09:00:00Z';

/** Opens a workbench on a fresh database; for `beforeAll`, with `close` in `afterAll`. */
export async function openWorkbench(): Promise<Workbench> {
  const urls = await testDatabase(migrate);
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-workbench-'));
  const database = await openDatabase(urls.applicationUrl);
  const objects = await openFolderStore(join(folder, 'objects'));
  const clock = standingClock(WORKBENCH_START);
  const runner = createActRunner({ database, clock, appendProtokoll, wakeOutbox: () => undefined });
  const mandantId = newId();
  const system: ActContext = { mandantId, actor: { kind: 'system', name: 'test' } };
  await runner.run(system, seedMandant, { passwordHash: await demoPasswordHash(), keys: [] });
  const people = new Map(await Promise.all(PEOPLE.map(({ login }) => contextOf(database, mandantId, login))));
  return {
    urls,
    database,
    runner,
    clock,
    objects,
    checkpoints: join(folder, 'checkpoints'),
    mandantId,
    system,
    as: (login) => {
      const context = people.get(login);
      if (!context) throw new Error(`no demo person ${login}`);
      return context;
    },
    close: async () => {
      await database.close();
      await urls.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function contextOf(database: Database, mandantId: string, login: string): Promise<[string, ActContext]> {
  const actor = await database.transaction(mandantId, async (queries) => {
    const [row] = await queries.query<{ id: string }>(`SELECT id FROM person WHERE login = $1`, [login]);
    return row ? loadPerson(queries, row.id) : null;
  });
  if (!actor) throw new Error(`${login} was not seeded`);
  return [login, { mandantId, actor }];
}
