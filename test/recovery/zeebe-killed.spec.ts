import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { AufgabeArt, AufgabeRow, AufgabeView } from '../../server/contract/views.js';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { createRandom } from '../features/mutations/random.js';
import { signIn, type ApiClient } from '../support/api-client.js';
import { done } from '../support/closed-vorgang.js';
import { rechnungXml } from '../support/letters.js';
import { openOwnBroker, type OwnBroker } from '../support/own-broker.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { startServerProcess, temporaryDataFolder, type ServerProcess } from '../support/server-process.js';
import { assignmentOf } from '../support/way-of-a-letter.js';
import { describeWithOwnBroker } from '../support/zeebe.js';

/** How often the broker is killed, and how often our server. */
const KILLS = Number(process.env['LAUFMAPPE_TEST_ZEEBE_KILLS'] ?? 2);
/** Filed in every round, so that there is always work under way when somebody is killed. */
const PER_ROUND = Number(process.env['LAUFMAPPE_TEST_ZEEBE_PER_ROUND'] ?? 4);
const RECHNUNGEN = 2 * KILLS * PER_ROUND;
const MINUTE = 60_000;

/** Who does what, and how; a rejected invoice has all that counts: jobs, tasks, a document, two Zeichnungen. */
const STEPS: readonly { login: string; art: AufgabeArt; data: Record<string, unknown> }[] = [
  { login: 'jana.petersen', art: 'pruefung', data: { entscheidung: 'richtig' } },
  { login: 'ruth.lindqvist', art: 'schlusszeichnung', data: { entscheidung: 'zurueckweisen', bemerkung: 'zu teuer' } },
  { login: 'jana.petersen', art: 'rueckweisung', data: { schreiben: 'Wir weisen die Rechnung zurück.' } },
];

describeWithOwnBroker('a broker and a server that are killed in turn', () => {
  let broker: OwnBroker;
  let urls: TestDatabase;
  let folder: { path: string; remove(): Promise<void> };
  let server: ServerProcess;
  let clients = new Map<string, Promise<ApiClient>>();

  const startServer = async () => {
    const started = await startServerProcess(folder.path, {
      DATABASE_URL: urls.applicationUrl,
      DATABASE_OWNER_URL: urls.ownerUrl,
      DATABASE_SESSION_URL: urls.sessionUrl,
      LAUFMAPPE_MODE: 'demo',
      ZEEBE_ADDRESS: broker.address,
    });
    clients = new Map();
    server = started;
  };
  beforeAll(async () => {
    broker = await openOwnBroker('killed');
    urls = await testDatabase(migrate);
    folder = await temporaryDataFolder();
    await startServer();
  }, 3 * MINUTE);
  afterAll(async () => {
    await server.stop();
    await urls.drop();
    await folder.remove();
    await broker.close();
  });

  /** As a person does who sees no answer: the same request again, with the same key, until there is one. */
  async function persevere<T>(login: string, send: (client: ApiClient) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const client = clients.get(login) ?? signIn(server.url, login);
        clients.set(login, client);
        return await send(await client);
      } catch {
        clients.delete(login);
        await delay(100);
      }
    }
  }

  async function file(index: number): Promise<void> {
    const [upload, assign] = [randomUUID(), randomUUID()];
    const xml = rechnungXml({ nummer: `K-${index}`, betragCent: 10_000 });
    const sent = await persevere('ines.vogt', (client) => client.upload(`rechnung-${index}.xml`, xml, upload));
    const { eingangId } = done(sent);
    const input = await persevere('ines.vogt', (client) => assignmentOf(client, eingangId));
    done(await persevere('ines.vogt', (client) => client.act('posteingang.assignEingang', input, assign)));
  }

  /** Works off the inbox of a person as long as there is something in the house. */
  async function work(step: (typeof STEPS)[number], working: () => boolean): Promise<void> {
    const { login, art, data } = step;
    while (working()) {
      const { items } = await persevere(login, (client) =>
        client.get<{ items: AufgabeRow[] }>('/api/aufgaben?list=meine'),
      );
      const rows = items.filter((item) => item.art === art);
      for (const { id } of rows) {
        const { version } = await persevere(login, (client) => client.get<AufgabeView>(`/api/aufgaben/${id}`));
        const key = randomUUID();
        const input = { aufgabeId: id, version, data };
        done(await persevere(login, (client) => client.act('aufgabe.completeAufgabe', input, key)));
      }
      if (rows.length === 0) await delay(100);
    }
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
  const counts = async (column: string, from: string): Promise<Record<string, number>> => {
    const found = await rows<{ name: string; count: number }>(
      `SELECT ${column} AS name, count(*)::int AS count FROM ${from} GROUP BY 1`,
    );
    return Object.fromEntries(found.map(({ name, count }) => [name, count]));
  };

  it(
    'lose no task and double nothing, neither here nor in the cluster',
    async () => {
      const random = createRandom(20);
      let working = true;
      const people = STEPS.map((step) => work(step, () => working));
      let filed = 0;
      for (let round = 0; round < 2 * KILLS; round++) {
        const filing = Array.from({ length: PER_ROUND }, () => file(filed++));
        // The moment of the kill is what the test is about; nothing is waited for.
        await delay(random.below(3_000));
        if (round % 2 === 0) {
          await broker.kill();
          await broker.start();
        } else {
          await server.kill();
          await startServer();
        }
        await Promise.all(filing);
      }
      for (;;) {
        const { completed = 0 } = await counts('status', 'engine.instance');
        const [outbox] = await rows<{ open: number }>(`SELECT count(*)::int AS open FROM outbox WHERE done_at IS NULL`);
        if (completed >= RECHNUNGEN && outbox?.open === 0) break;
        await delay(500);
      }
      working = false;
      await Promise.all(people);

      expect(await counts(`engine || ' ' || status`, 'engine.instance')).toEqual({ 'zeebe completed': RECHNUNGEN });
      expect((await broker.begun('rechnungsfreigabe')).size).toBe(RECHNUNGEN);
      expect(await counts(`art || ' ' || state`, 'aufgabe')).toEqual({
        'pruefung erledigt': RECHNUNGEN,
        'schlusszeichnung erledigt': RECHNUNGEN,
        'rueckweisung erledigt': RECHNUNGEN,
      });
      expect(await counts('art', 'zeichnung')).toEqual({ sachlich: RECHNUNGEN, schlusszeichnung: RECHNUNGEN });
      expect(await counts('art', 'dokument')).toEqual({ eingang: RECHNUNGEN, vermerk: RECHNUNGEN });
      expect(await counts('state', 'engine.zeebe_job')).toEqual({ done: 5 * RECHNUNGEN });
      expect(await counts('type', 'engine.incident')).toEqual({});
      const twice = `SELECT element_key, kind FROM engine.event GROUP BY element_key, kind HAVING count(*) > 1`;
      expect(await rows(twice)).toEqual([]);
    },
    // A task that was on its way to a killed side comes again when its lease of ten minutes is over.
    (12 + KILLS * 4) * MINUTE,
  );
});
