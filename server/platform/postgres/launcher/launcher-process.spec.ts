import { jest } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launcherProcess, queryOnce, temporaryFolders } from '../../../../test/support/embedded-postgres.js';
import { processInfo } from '../../process-info.js';
import { canReach, databaseUser } from './database-user.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

jest.setTimeout(60_000);

const user = await databaseUser();
const asRoot = user.kind === 'nobody';
const nobodyReachesCheckout = asRoot && (await canReach(user, process.cwd()));

describe('the launcher in a process of its own', () => {
  const folders = temporaryFolders();
  afterEach(() => folders.removeAll());

  it('lets exactly one of two starts at the same moment win', async () => {
    const dataFolder = folders.make();
    const starts = [launcherProcess(dataFolder), launcherProcess(dataFolder)];
    const lines = await Promise.all(starts.map(({ firstLine }) => firstLine));
    expect(lines.filter((line) => line.startsWith('{'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Laufmappe läuft schon'))).toHaveLength(1);
    starts.forEach(({ child }) => child.kill('SIGTERM'));
    await Promise.all(starts.map(({ output }) => output));
  });

  it('prints four lines and no stack trace when it cannot start', async () => {
    const dataFolder = folders.make();
    const first = launcherProcess(dataFolder);
    await first.firstLine;
    const output = await launcherProcess(dataFolder).output;
    expect(output.map((line) => line.split(' ')[0])).toEqual(['Laufmappe', 'Abhilfe:', 'Laufmappe', 'Remedy:']);
    first.child.kill('SIGTERM');
    await first.output;
  });

  it('heals after kill -9 of the server: the lock, the PostgreSQL left behind, and every acknowledged commit', async () => {
    const dataFolder = folders.make();
    const killed = launcherProcess(dataFolder);
    const { ownerUrl, processId } = JSON.parse(await killed.firstLine) as { ownerUrl: string; processId: number };
    await queryOnce(ownerUrl, "CREATE TABLE letters AS SELECT 'acknowledged' AS text");
    killed.child.kill('SIGKILL');
    await killed.output;
    expect(existsSync(join(dataFolder, 'postgres.lock'))).toBe(true);
    const next = await startEmbeddedPostgres({ dataFolder });
    expect(next.processId).not.toBe(processId);
    expect(await queryOnce(next.ownerUrl, 'SELECT text FROM letters')).toEqual([{ text: 'acknowledged' }]);
    await expect(queryOnce(ownerUrl, 'SELECT 1')).rejects.toThrow();
    await next.stop();
    expect(existsSync(join(dataFolder, 'postgres.lock'))).toBe(false);
  });

  it('starts at the second attempt when the first was killed while it created the database', async () => {
    const dataFolder = folders.make();
    const killed = launcherProcess(dataFolder);
    while (!existsSync(join(dataFolder, 'secrets', 'postgres-postgres'))) await new Promise(setImmediate);
    killed.child.kill('SIGKILL');
    await killed.output;
    const database = await startEmbeddedPostgres({ dataFolder });
    expect(await queryOnce(database.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
  });

  it('keeps the database up when Ctrl-C reaches the whole process group, until the server has finished', async () => {
    const { child, firstLine, output } = launcherProcess(folders.make());
    await firstLine;
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect((await output).at(-1)).toBe('still there');
  });

  it('takes the database along when the server exits without a word', async () => {
    const { child, firstLine, output } = launcherProcess(folders.make());
    const { processId } = JSON.parse(await firstLine) as { processId: number };
    child.kill('SIGHUP');
    await output;
    while ((await processInfo(processId)) !== undefined) await new Promise(setImmediate);
  });

  it('is not led astray by PG… variables, a foreign locale or a strict umask', async () => {
    const env = {
      PGDATA: '/nowhere',
      PGPORT: '1',
      PGUSER: 'x',
      LC_ALL: 'xx_XX.UTF-8',
      LANG: 'de_DE',
      TEST_UMASK: '077',
    };
    const dataFolder = join(folders.make(), 'data');
    const { child, firstLine, output } = launcherProcess(dataFolder, { env });
    const { applicationUrl } = JSON.parse(await firstLine) as { applicationUrl: string };
    expect(await queryOnce(applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    child.kill('SIGTERM');
    await output;
    expect(existsSync(join(dataFolder, 'postgres', 'cluster', 'PG_VERSION'))).toBe(true);
  });
});

describe('the launcher under root', () => {
  const folders = temporaryFolders();
  afterEach(() => folders.removeAll());

  itWhen(asRoot, 'runs PostgreSQL as nobody (needs root)', async () => {
    const dataFolder = folders.make();
    const database = await startEmbeddedPostgres({ dataFolder });
    expect(statSync(`/proc/${database.processId}`).uid).toBe(user.kind === 'nobody' ? user.uid : -1);
    expect(statSync(join(dataFolder, 'secrets')).uid).toBe(0);
    await database.stop();
  });

  itWhen(asRoot, 'puts the database outside of a 0700 home, says where, and finds it again (needs root)', async () => {
    const [home, stateFolder] = [folders.make(0o700), folders.make(0o711)];
    const dataFolder = join(home, 'laufmappe', 'data');
    const said: string[] = [];
    const options = { dataFolder, stateFolder, say: ({ en }: { en: string }) => said.push(en) };
    const first = await startEmbeddedPostgres(options);
    expect(said.filter((line) => line.includes(`the database lives in ${stateFolder}`))).toHaveLength(1);
    await queryOnce(first.ownerUrl, "CREATE TABLE letters AS SELECT 'here' AS text");
    await first.stop();
    const second = await startEmbeddedPostgres(options);
    expect(await queryOnce(second.ownerUrl, 'SELECT text FROM letters')).toEqual([{ text: 'here' }]);
    await second.stop();
  });

  itWhen(asRoot, 'starts anew when the data folder of a database outside was deleted (needs root)', async () => {
    const [home, stateFolder] = [folders.make(0o700), folders.make(0o711)];
    const dataFolder = join(home, 'data');
    await (await startEmbeddedPostgres({ dataFolder, stateFolder })).stop();
    rmSync(dataFolder, { recursive: true });
    const anew = await startEmbeddedPostgres({ dataFolder, stateFolder });
    expect(await queryOnce(anew.ownerUrl, "SELECT to_regclass('letters') AS found")).toEqual([{ found: null }]);
    await anew.stop();
  });

  itWhen(nobodyReachesCheckout, 'runs the same as a normal user (needs root and a readable checkout)', async () => {
    const dataFolder = join(folders.make(), 'data');
    mkdirSync(dataFolder);
    chmodSync(dataFolder, 0o777);
    const ids = user.kind === 'nobody' ? { uid: user.uid, gid: user.gid } : {};
    const { child, firstLine, output } = launcherProcess(dataFolder, ids);
    const { applicationUrl } = JSON.parse(await firstLine) as { applicationUrl: string };
    expect(await queryOnce(applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    child.kill('SIGTERM');
    await output;
  });
});

/** Says by name what could not be tested on this machine. */
function itWhen(possible: boolean, name: string, test: () => Promise<void>): void {
  if (possible) it(name, test);
  else it.skip(name, test);
}
