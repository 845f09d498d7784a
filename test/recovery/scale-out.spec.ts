import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { createRandom } from '../features/mutations/random.js';
import { eventually, signIn } from '../support/api-client.js';
import { done } from '../support/closed-vorgang.js';
import { rechnungXml } from '../support/letters.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { startServerProcess, temporaryDataFolder, type ServerProcess } from '../support/server-process.js';
import { assignmentOf } from '../support/way-of-a-letter.js';

/** Vorgaenge that every demo begins with. */
const OF_THE_DEMO = 2;
const RECHNUNGEN = 8;
const KILLS = 6;

let urls: TestDatabase;
let folder: { path: string; remove(): Promise<void> };
beforeAll(async () => {
  urls = await testDatabase(migrate);
  folder = await temporaryDataFolder();
});
afterAll(async () => {
  await urls.drop();
  await folder.remove();
});

function startServer(): Promise<ServerProcess> {
  return startServerProcess(folder.path, {
    DATABASE_URL: urls.applicationUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    DATABASE_SESSION_URL: urls.sessionUrl,
    LAUFMAPPE_MODE: 'demo',
  });
}

async function rows<T extends object>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: urls.administratorUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('three servers on one database', () => {
  it('share the work and do each piece once, while two of them are killed again and again', async () => {
    const steady = await startServer();
    const others = [await startServer(), await startServer()];
    const random = createRandom(7);
    let working = true;
    let killed = 0;
    const killing = (async () => {
      for (; working && killed < KILLS; killed++) {
        // The moment of the kill is what the test is about; nothing is waited for.
        await delay(random.below(600));
        const victim = random.below(2);
        await others[victim]?.kill();
        others[victim] = await startServer();
      }
    })();
    try {
      const poststelle = await signIn(steady.url, 'ines.vogt');
      for (let index = 0; index < RECHNUNGEN; index++) {
        const xml = rechnungXml({ nummer: `S-${index}` });
        const { eingangId } = done(await poststelle.upload(`rechnung-${index}.xml`, xml, randomUUID()));
        done(await poststelle.act('posteingang.assignEingang', await assignmentOf(poststelle, eingangId)));
      }
      await killing;
      await eventually(async () => {
        const [row] = await rows<{ open: number }>(
          `SELECT (SELECT count(*) FROM outbox WHERE done_at IS NULL)::int
                + (SELECT count(*) FROM engine.job WHERE kind = 'service')::int AS open`,
        );
        return row?.open === 0;
      }, 'the end of all work');
    } finally {
      working = false;
      await killing;
      for (const server of [steady, ...others]) await server.stop();
    }
    expect(killed).toBe(KILLS);
    expect(
      await rows(`SELECT (SELECT count(*) FROM vorgang)::int AS vorgaenge,
                         (SELECT count(*) FROM engine.instance WHERE status = 'active')::int AS running,
                         (SELECT count(*) FROM aufgabe)::int AS aufgaben,
                         (SELECT count(*) FROM engine.incident)::int AS incidents`),
    ).toEqual([{ vorgaenge: RECHNUNGEN + OF_THE_DEMO, running: RECHNUNGEN, aufgaben: RECHNUNGEN, incidents: 0 }]);
    // Every service task was left once, and nothing was entered twice.
    const twice = `SELECT element_key, kind FROM engine.event GROUP BY element_key, kind HAVING count(*) > 1`;
    expect(await rows(twice)).toEqual([]);
    const read = `SELECT instance_key FROM engine.event WHERE element_id = 'RechnungLesen' AND kind = 'completed'`;
    expect(await rows(read)).toHaveLength(RECHNUNGEN);
  }, 180_000);
});
