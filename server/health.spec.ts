import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../test/support/workbench.js';
import { checkHealth } from './health.js';
import { openDatabase } from './platform/postgres/database.js';

let bench: Workbench;
let dataFolder: string;

beforeAll(async () => {
  bench = await openWorkbench();
  dataFolder = await mkdtemp(join(tmpdir(), 'laufmappe-health-'));
});
afterAll(async () => {
  await bench.close();
  await rm(dataFolder, { recursive: true });
});

const healthy = { state: 'ok', de: 'Dateiablage erreichbar', en: 'File storage reachable' } as const;
const post = { de: 'Ohne Mailserver', en: 'No mail server' };
const quiet = {
  folder: () => null,
  protokoll: { broken: () => [], writing: () => 'ok' as const },
  post,
  directories: () => Promise.resolve([]),
  objects: { health: () => Promise.resolve(healthy) },
};

async function partsOf(name: string) {
  const { parts } = await checkHealth({ database: bench.database, dataFolder, ...quiet });
  return parts.filter((part) => part.name === name);
}

const sql = (statement: string) =>
  bench.database.transaction(bench.mandantId, (queries) => queries.query(statement, [bench.mandantId]));

describe('health', () => {
  it('says that the database is away, and does not fail itself', async () => {
    const gone = await openDatabase(bench.urls.applicationUrl);
    await gone.close();
    const view = await checkHealth({ database: gone, dataFolder, ...quiet });
    expect(view.state).toBe('degraded');
    expect(view.parts[0]).toMatchObject({
      name: 'database',
      state: 'degraded',
      de: expect.stringContaining('nicht erreichbar') as unknown,
    });
  });

  it('shows what the storage of the files says of itself', async () => {
    const trouble = { state: 'degraded', de: 'Der Bucket fehlt', en: 'The bucket is missing' } as const;
    const objects = { health: () => Promise.resolve(trouble) };
    const view = await checkHealth({ database: bench.database, dataFolder, ...quiet, objects });
    expect(view.state).toBe('degraded');
    expect(view.parts).toContainEqual({ name: 'objects', ...trouble });
  });

  it('counts the incidents that stop processes, over all Mandanten', async () => {
    expect(await partsOf('processes')).toMatchObject([{ state: 'ok' }]);
    await sql(
      `WITH f AS (INSERT INTO engine.model_file VALUES ($1, 'hash', '') RETURNING sha256),
            d AS (INSERT INTO engine.definition (key, mandant_id, process_id, version, name, sha256, message_starts,
                                                 user_tasks, deployed_at, deployed_by)
                  SELECT 1, $1, 'p', 1, 'P', sha256, '[]', '[]', now(), 'test' FROM f RETURNING key),
            i AS (INSERT INTO engine.instance (key, top_key, mandant_id, definition_key, process_id, state, status, started_at)
                  SELECT 2, 2, $1, key, 'p', '{}', 'active', now() FROM d RETURNING key)
       INSERT INTO engine.incident SELECT n, $1, i.key, 3, 'e', 'CONDITION_ERROR', '{}', NULL, now()
         FROM i, generate_series(4, 5) n`,
    );
    expect(await partsOf('processes')).toMatchObject([
      { state: 'degraded', de: '2 Störungen halten Abläufe an; im Modeler stehen Ort und Grund' },
    ]);
  });

  it('counts follow-ups and timers that have failed three times, and none that failed once', async () => {
    const add = (attempts: number) =>
      sql(`INSERT INTO outbox (mandant_id, topic, key, payload, next_at, attempts)
           VALUES ($1, 't', '${attempts}', '{}', now(), ${attempts})`);
    await add(1);
    expect(await partsOf('database')).toMatchObject([{ state: 'ok' }]);
    await add(3);
    expect(await partsOf('database')).toMatchObject([
      { state: 'degraded', en: expect.stringMatching(/^1 /) as unknown },
    ]);
  });
});
