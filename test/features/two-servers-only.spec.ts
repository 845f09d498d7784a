import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execFile } from 'node:child_process';
import type { AufgabeArt } from '../../server/contract/views.js';
import type { SearchView } from '../../server/contract/search-views.js';
import { DEMO_PASSWORD } from '../../server/demo/people.js';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { eventually, signIn, type ApiClient } from '../support/api-client.js';
import { done } from '../support/closed-vorgang.js';
import { rechnungXml } from '../support/letters.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';
import { startServerProcess, temporaryDataFolder, type ServerProcess } from '../support/server-process.js';
import { assignmentOf, nextAufgabe } from '../support/way-of-a-letter.js';

const GUARD = `--import ${pathToFileURL(resolve('test/support/allowed-connections.mjs')).href}`;

let database: TestDatabase;
let folder: Awaited<ReturnType<typeof temporaryDataFolder>>;
let server: ServerProcess;
let tried: string;

beforeAll(async () => {
  database = await testDatabase(migrate);
  folder = await temporaryDataFolder();
  tried = join(folder.path, 'connections-tried');
  const { hostname, port } = new URL(database.applicationUrl);
  await mkdir(join(folder.path, 'objects'), { recursive: true });
  server = await startServerProcess(folder.path, {
    ...{ NODE_OPTIONS: GUARD, ALLOWED_CONNECTIONS: `${hostname}:${port}`, CONNECTIONS_TRIED: tried },
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_SESSION_URL: database.sessionUrl,
    LAUFMAPPE_OBJECTS: join(folder.path, 'objects'),
    LAUFMAPPE_MODE: 'demo',
  });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  await folder.remove();
});

const lines = async () => (await readFile(tried, 'utf8')).trim().split('\n');

describe('the built product with nothing beside it but a PostgreSQL and a folder for the objects', () => {
  it('would be caught at any other connection: the guard refuses and writes down', async () => {
    const name = join(folder.path, 'guard-tried');
    const program = `fetch('http://127.0.0.1:40009/').catch(({ cause }) => console.log(cause.message))`;
    const env = { ...process.env, NODE_OPTIONS: GUARD, ALLOWED_CONNECTIONS: '127.0.0.1:1', CONNECTIONS_TRIED: name };
    const said = await new Promise<string>((resolved) => {
      execFile(process.execPath, ['--eval', program], { env }, (_error, out, error) => resolved(out + error));
    });
    expect(said).toContain('a connection to 127.0.0.1:40009 is not allowed here');
    expect(await readFile(name, 'utf8')).toContain('refused 127.0.0.1:40009');
  });

  it('F99 takes a letter from intake through the work to z. d. A. and finds it, connecting to PostgreSQL alone', async () => {
    const as = (login: string) => signIn(server.url, login);
    const [post, jana] = [await as('ines.vogt'), await as('jana.petersen')];
    const { eingangId } = done(await post.upload('rechnung.xml', rechnungXml()));
    const assigned = await post.act('posteingang.assignEingang', await assignmentOf(post, eingangId));
    const { vorgangId } = done(assigned);
    await complete(jana, 'pruefung', { entscheidung: 'richtig' });
    for (const login of ['deniz.aydin', 'tomasz.sliwa']) {
      await complete(await as(login), 'mitzeichnung', { entscheidung: 'mitzeichnen' });
    }
    const ruth = await as('ruth.lindqvist');
    const { id: aufgabeId, version } = await nextAufgabe(ruth, 'schlusszeichnung');
    done(await ruth.act('zeichnung.signDokument', { aufgabeId, version, password: DEMO_PASSWORD }));
    await complete(await as('tomasz.sliwa'), 'zahlung', { zahlungsdatum: '2026-11-26', buchungszeichen: 'B-1' });
    const toClose = await nextAufgabe(jana, 'zda');
    done(await jana.act('akte.closeZdA', { vorgangId, version: toClose.vorgang.version }));
    const found = await eventually(async () => {
      const { hits } = await jana.get<SearchView>('/api/search?q=Heizung');
      return hits.find((hit) => JSON.stringify(hit).includes(vorgangId));
    }, 'the Vorgang among the hits');
    expect(found).toBeDefined();

    const { hostname, port } = new URL(database.applicationUrl);
    expect([...new Set(await lines())]).toEqual([`allowed ${hostname}:${port}`]);
  }, 120_000);
});

async function complete(client: ApiClient, art: AufgabeArt, data: Record<string, unknown>): Promise<void> {
  const { id: aufgabeId, version } = await nextAufgabe(client, art);
  done(await client.act('aufgabe.completeAufgabe', { aufgabeId, version, data }));
}
