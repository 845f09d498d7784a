import { jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { temporaryFolders } from '../../test/support/embedded-postgres.js';
import { chainOf } from '../../test/support/protokoll-chain.js';
import { openDatabase } from '../platform/postgres/database.js';
import { startEmbeddedPostgres } from '../platform/postgres/launcher/start-embedded-postgres.js';
import { migrate } from '../platform/postgres/migrate.js';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';
import { formatCheckpoint, originOf, signCheckpoint } from './checkpoint.js';
import { exportLine } from './export-protokoll.js';
import { nachweisHead, nachweisLines } from './nachweis.js';
import { formatVerifierKey, makeSignerKey } from './signed-note.js';
import { createProtokollVerifier } from './verify-protokoll.js';

const folders = temporaryFolders();
// Each run starts a process that compiles the sources first, and the last test creates a whole database: 1 to 8 s.
jest.setTimeout(60_000);
afterAll(() => folders.removeAll());

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one of the two programs in a process of its own, as an administrator would. */
function run(program: 'verify' | 'export', args: readonly string[], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const command = ['--import', resolve('test/support/typescript-loader.mjs')];
  const { PATH } = process.env;
  return new Promise((answer) => {
    execFile(
      process.execPath,
      [...command, resolve(`server/protokoll/${program}-cli.ts`), ...args],
      { env: { PATH, ...env } },
      (error, out, stderr) => answer({ code: error ? Number(error.code) : 0, out, error: stderr }),
    );
  });
}

describe('protokoll:verify over an export', () => {
  const rows = chainOf('7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0001', 4).map(exportLine);

  it('ends with 2 and says what to do where there is nothing to check', async () => {
    const folder = folders.make();
    const outcome = await run('verify', ['--export', join(folder, 'none.jsonl')], { LAUFMAPPE_DATA: folder });
    expect(outcome).toMatchObject({ code: 2, error: expect.stringContaining('Abhilfe') });
    expect(await run('verify', [], { LAUFMAPPE_DATA: folder })).toMatchObject({ code: 2, out: '' });
  });

  it('ends with 1 and names the first broken row in both languages', async () => {
    const folder = folders.make();
    const file = join(folder, 'export.jsonl');
    await writeFile(file, rows.join('').replace('Zeile 3', 'Zeile drei'));
    const { code, out } = await run('verify', ['--export', file], { LAUFMAPPE_DATA: folder });
    expect(code).toBe(1);
    expect(out).toContain('Der Inhalt zu Zeile 3 ist verändert');
    expect(out).toContain('The content of row 3 was changed');
  });

  it('ends with 1 for an empty export: nothing is no proof', async () => {
    const folder = folders.make();
    await writeFile(join(folder, 'empty.jsonl'), '');
    expect((await run('verify', ['--export', join(folder, 'empty.jsonl')], { LAUFMAPPE_DATA: folder })).code).toBe(1);
  });

  it('ends with 0 for a whole one', async () => {
    const folder = folders.make();
    await writeFile(join(folder, 'export.jsonl'), rows.join(''));
    const outcome = await run('verify', ['--export', join(folder, 'export.jsonl')], { LAUFMAPPE_DATA: folder });
    expect(outcome).toMatchObject({ code: 0, out: expect.stringContaining('4 Zeilen bewiesen') });
  });
});

describe('protokoll:verify over a Nachweis', () => {
  const mandantId = '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0001';
  const chain = chainOf(mandantId, 4);
  const key = makeSignerKey(originOf(mandantId));
  const verifier = createProtokollVerifier(mandantId);
  chain.forEach(verifier.add);
  const checkpoint = formatCheckpoint(signCheckpoint(verifier.checkpoint(new Date('2026-11-24T10:00:00Z')), [key]));
  const akte = { id: mandantId, aktenzeichen: '20.31.05-2026/1', betreff: 'Fassade' };
  const parts = { size: 4, tiles: [], rows: new Map([[0, chain.map(({ rowHash }) => rowHash)]]) };
  const nachweis = [
    nachweisHead({ akte, checkpoint, rows: 2, younger: 0 }),
    ...nachweisLines(chain.slice(1, 3), parts),
  ].join('');

  it('ends with 2 for a key that is none, and says where to get one', async () => {
    const outcome = await run('verify', ['--key', 'kein Schlüssel'], {});
    expect(outcome).toMatchObject({ code: 2, out: '', error: expect.stringContaining('Abhilfe') });
  });

  it('ends with 1 where the key is another one, and with 0 where it fits, from a file too', async () => {
    const folder = folders.make();
    const [file, keyFile] = [join(folder, 'nachweis.jsonl'), join(folder, 'keys')];
    await writeFile(file, nachweis);
    await writeFile(keyFile, `# notiert am 24.11.2026\n${formatVerifierKey(key)}\n`);
    const other = formatVerifierKey(makeSignerKey(originOf(mandantId)));
    expect((await run('verify', ['--nachweis', file, '--key', other], {})).code).toBe(1);
    const outcome = await run('verify', ['--nachweis', file, '--key', keyFile], {});
    expect(outcome).toMatchObject({ code: 0, out: expect.stringContaining('2 Einträge standen am') });
  });
});

describe('protokoll:verify and protokoll:export over a database', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
  });
  afterAll(() => bench.close());

  it('ends with 2 and one line of cause where the database is out of reach', async () => {
    const url = new URL(bench.urls.applicationUrl);
    url.password = 'wrong';
    const outcome = await run('verify', [], { DATABASE_URL: url.href, LAUFMAPPE_DATA: folders.make() });
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.error).not.toMatch(/^\s+at /m);
    expect(outcome.error).not.toContain('wrong@');
  });

  it('never overwrites a file with an export', async () => {
    const folder = folders.make();
    await writeFile(join(folder, 'kept'), 'kept');
    const outcome = await run('export', [join(folder, 'kept')], { DATABASE_URL: bench.urls.applicationUrl });
    expect(outcome).toMatchObject({ code: 2, error: expect.stringContaining('neuen Datei') });
    expect(await readFile(join(folder, 'kept'), 'utf8')).toBe('kept');
  });

  it('proves the database, and its export without the database', async () => {
    const folder = folders.make();
    const env = { DATABASE_URL: bench.urls.applicationUrl, LAUFMAPPE_DATA: folder };
    expect(await run('verify', [], env)).toMatchObject({ code: 0, out: expect.stringContaining('unverändert') });
    const file = join(folder, 'export.jsonl');
    expect(await run('export', [file], env)).toMatchObject({ code: 0 });
    expect((await run('verify', ['--export', file], { LAUFMAPPE_DATA: folder })).code).toBe(0);
    await appendFile(file, 'garbage\n');
    expect((await run('verify', ['--export', file], { LAUFMAPPE_DATA: folder })).code).toBe(1);
    await rm(file);
  });
});

describe('protokoll:verify over a data folder', () => {
  it('starts its database where none runs, uses the running one, and leaves both as they were', async () => {
    const dataFolder = folders.make();
    const first = await startEmbeddedPostgres({ dataFolder });
    await migrate(first.ownerUrl);
    await addMandant(first.ownerUrl);
    await first.stop();
    const env = { LAUFMAPPE_DATA: dataFolder };
    expect(await run('verify', [], env)).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 Zeilen bewiesen'),
    });
    const second = await startEmbeddedPostgres({ dataFolder });
    try {
      expect((await run('verify', [], env)).code).toBe(0);
      const database = await openDatabase(second.applicationUrl);
      expect(await database.withoutMandant.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await database.close();
    } finally {
      await second.stop();
    }
  });
});

async function addMandant(ownerUrl: string): Promise<void> {
  const database = await openDatabase(ownerUrl);
  await database.withoutMandant.query(
    `INSERT INTO mandant (mandant_id, name, kind, behoerdenschluessel, created_at)
     VALUES (gen_random_uuid(), 'Musterkreis', 'demo', '99010', now())`,
  );
  await database.close();
}
