import { jest } from '@jest/globals';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { queryOnce, temporaryFolders } from '../../../../test/support/embedded-postgres.js';
import { itOnSmallDisk } from '../../../../test/support/small-disk.js';
import { describeStartupProblem, toStartupProblem, type StartupProblem } from '../../startup-problem.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.js';

// Creating a database syncs some 1,000 files: 0.7 s alone, ten times that while the other tests write too.
jest.setTimeout(60_000);

const forAll = temporaryFolders();
/** A data folder whose database was stopped; tests that change it take a copy. */
const prepared = forAll.make();

beforeAll(async () => {
  const database = await startEmbeddedPostgres({ dataFolder: prepared });
  await queryOnce(database.ownerUrl, "CREATE TABLE letters AS SELECT 'acknowledged' AS text");
  await database.stop();
});
afterAll(() => forAll.removeAll());

describe('startEmbeddedPostgres', () => {
  const folders = temporaryFolders();
  const running: EmbeddedPostgres[] = [];

  afterEach(async () => {
    await Promise.all(running.splice(0).map((database) => database.stop()));
    folders.removeAll();
  });

  it('refuses a second start on the same folder in one line and leaves the first alone', async () => {
    const dataFolder = folders.copyOf(prepared);
    const first = await start({ dataFolder });
    const problem = await problemOf({ dataFolder });
    expect(problem.code).toBe('alreadyRunning');
    expect(describeStartupProblem(problem).split('\n')).toHaveLength(4);
    expect(problem.de).toContain(`Prozess ${process.pid}`);
    expect(await letters(first)).toEqual(['acknowledged']);
  });

  it('refuses a folder that another major version wrote, and touches nothing in it', async () => {
    const dataFolder = folders.copyOf(prepared);
    writeFileSync(join(dataFolder, 'postgres', 'cluster', 'PG_VERSION'), '16\n');
    const problem = await problemOf({ dataFolder });
    expect(problem.code).toBe('dataVersion');
    expect(problem.en).toMatch(/written by PostgreSQL 16, this program comes with 18\.\d/);
    expect(readdirSync(join(dataFolder, 'postgres'))).toEqual(['cluster']);
  });

  it('refuses to invent a password for a database that has one', async () => {
    const dataFolder = folders.copyOf(prepared);
    rmSync(join(dataFolder, 'secrets', 'postgres-postgres'));
    expect((await problemOf({ dataFolder })).code).toBe('secretMissing');
  });

  it('says what is wrong with a data folder that is a file', async () => {
    const file = join(folders.make(), 'data');
    writeFileSync(file, '');
    expect((await problemOf({ dataFolder: file })).de).toMatch(/data ist nicht benutzbar/);
  });

  it('says what is wrong with damaged data', async () => {
    const dataFolder = folders.copyOf(prepared);
    writeFileSync(join(dataFolder, 'postgres', 'cluster', 'global', 'pg_control'), 'damaged');
    const problem = await problemOf({ dataFolder });
    expect([problem.code, problem.en]).toEqual(['databaseStartFailed', expect.stringMatching(/pg_control/)]);
  });

  itOnSmallDisk('says so in one line and leaves no half database', async (disk) => {
    const problem = await problemOf({ dataFolder: join(disk, 'data') });
    expect([problem.code, readdirSync(join(disk, 'data', 'postgres'))]).toEqual(['diskFull', []]);
  });

  itOnSmallDisk(
    'says so as well when the database is already there, and starts again once there is space',
    async (disk) => {
      const dataFolder = join(disk, 'data');
      await (await start({ dataFolder })).stop();
      fill(join(disk, 'ballast'));
      expect((await problemOf({ dataFolder })).code).toBe('diskFull');
      rmSync(join(disk, 'ballast'));
      await (await start({ dataFolder })).stop();
    },
    80,
  );

  it('stops within 5 s while a transaction is open, and once more without harm', async () => {
    const database = await start({ dataFolder: folders.copyOf(prepared) });
    const client = new pg.Client({ connectionString: database.ownerUrl });
    const ended = new Promise((resolve) => client.once('end', resolve));
    client.on('error', () => undefined); // "terminating connection", then "terminated unexpectedly"
    await client.connect();
    await client.query('BEGIN');
    await client.query("INSERT INTO letters VALUES ('never committed')");
    const began = performance.now();
    await Promise.all([database.stop(), ended]);
    await database.stop();
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('stops within 5 s when PostgreSQL hangs, and recovers at the next start', async () => {
    const dataFolder = folders.copyOf(prepared);
    const database = await start({ dataFolder });
    await queryOnce(database.ownerUrl, "INSERT INTO letters VALUES ('acknowledged too')");
    process.kill(database.processId, 'SIGSTOP');
    const began = performance.now();
    await database.stop();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await letters(await start({ dataFolder }))).toEqual(['acknowledged', 'acknowledged too']);
  });

  it('tells when PostgreSQL was killed, and the next start has every acknowledged commit', async () => {
    const dataFolder = folders.copyOf(prepared);
    let tell: (problem: StartupProblem) => void = () => undefined;
    const told = new Promise<StartupProblem>((resolve) => (tell = resolve));
    const database = await start({ dataFolder, onExit: tell });
    await queryOnce(database.ownerUrl, "INSERT INTO letters VALUES ('acknowledged too')");
    process.kill(database.processId, 'SIGKILL');
    expect((await told).de).toBe('Die Datenbank wurde beendet (SIGKILL).');
    expect(await letters(await start({ dataFolder }))).toEqual(['acknowledged', 'acknowledged too']);
  });

  it('starts although the number in a stale postmaster.pid belongs to a stranger now', async () => {
    const dataFolder = folders.copyOf(prepared);
    const cluster = join(dataFolder, 'postgres', 'cluster');
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.ppid}\n${cluster}\n0\n5432\n\n127.0.0.1\n`);
    expect(await letters(await start({ dataFolder }))).toEqual(['acknowledged']);
  });

  it('takes back what somebody granted to the roles in between', async () => {
    const dataFolder = folders.copyOf(prepared);
    const first = await start({ dataFolder });
    await queryOnce(first.administratorUrl, 'ALTER ROLE laufmappe_app BYPASSRLS SUPERUSER');
    await first.stop();
    const second = await start({ dataFolder });
    const strong = `SELECT rolname FROM pg_roles WHERE rolname LIKE 'laufmappe%' AND (rolsuper OR rolbypassrls)`;
    expect(await queryOnce(second.administratorUrl, strong)).toEqual([]);
  });

  async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const database = await startEmbeddedPostgres(options);
    running.push(database);
    return database;
  }

  /** What the person at the terminal would read. */
  async function problemOf(options: EmbeddedPostgresOptions): Promise<StartupProblem> {
    return toStartupProblem(await start(options).catch((error: unknown) => error));
  }
});

describe('the embedded database', () => {
  const dataFolder = forAll.make();
  let database: EmbeddedPostgres;

  beforeAll(async () => {
    database = await startEmbeddedPostgres({ dataFolder });
  });
  afterAll(() => database.stop());

  it('lets nobody in without the password of the very role', async () => {
    const url = new URL(database.applicationUrl);
    url.password = new URL(database.ownerUrl).password;
    await expect(queryOnce(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    url.password = '';
    await expect(queryOnce(url.href, 'SELECT 1')).rejects.toThrow(/password/);
  });

  it('listens on loopback only and opens no unix socket', async () => {
    const port = Number(new URL(database.ownerUrl).port);
    for (const { address, internal } of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
      if (!internal) expect(await answer(address, port)).toBe('refused');
    }
    expect(await answer('127.0.0.1', port)).toBe('accepted');
    expect(await queryOnce(database.administratorUrl, 'SHOW unix_socket_directories')).toEqual([
      { unix_socket_directories: '' },
    ]);
  });

  it('keeps one secret per role in files that only the owner reads', () => {
    const files = readdirSync(join(dataFolder, 'secrets')).map((name) => join(dataFolder, 'secrets', name));
    expect(files).toHaveLength(4);
    expect(new Set(files.map((file) => statSync(file).mode & 0o777))).toEqual(new Set([0o600]));
    expect(new Set(files.map((file) => readFileSync(file, 'utf8'))).size).toBe(4);
    expect(readdirSync(join(dataFolder, 'postgres'))).toEqual(['cluster']);
  });

  it('sorts German, checks its pages and syncs every commit', async () => {
    const words = `SELECT string_agg(w, ' ' ORDER BY w) AS words
                     FROM unnest(ARRAY['Zebra', 'Öl', 'Äpfel', 'Apfel', 'ähre']) AS w`;
    expect(await queryOnce(database.applicationUrl, words)).toEqual([{ words: 'ähre Apfel Äpfel Öl Zebra' }]);
    const settings = `SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
                             current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS code`;
    expect(await queryOnce(database.applicationUrl, settings)).toEqual([
      { checksums: 'on', fsync: 'on', commit: 'on', code: 'UTF8' },
    ]);
    expect(database.version).toMatch(/^18\.\d+$/);
  });
});

async function letters(database: EmbeddedPostgres): Promise<unknown[]> {
  return (await queryOnce(database.ownerUrl, 'SELECT text FROM letters ORDER BY text')).map((row) => row['text']);
}

/** Writes until the disk takes no more. */
function fill(path: string): void {
  try {
    writeFileSync(path, Buffer.alloc(200_000_000));
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  }
}

function answer(host: string, port: number): Promise<'accepted' | 'refused'> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve('accepted')).once('error', () => resolve('refused'));
    socket.unref();
  });
}
