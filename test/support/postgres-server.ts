import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processInfo } from '../../server/platform/process-info.js';
import { memorySettings } from '../../server/platform/postgres/launcher/memory-settings.js';
import { startEmbeddedPostgres } from '../../server/platform/postgres/launcher/start-embedded-postgres.js';

/** Connections of the one PostgreSQL that all workers of a jest run share. */
export interface TestServer {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly sessionUrl: string;
  readonly administratorUrl: string;
}

/** Set for a benchmark: PostgreSQL then runs as the product runs it, with durable commits and the memory of the machine. */
export const AS_PRODUCT = 'LAUFMAPPE_TEST_AS_PRODUCT';

// fsync only matters when the machine loses power; data of tests are thrown away. Commits still survive kill -9.
const QUICK = { fsync: 'off', full_page_writes: 'off', shared_buffers: '64MB' };

/** The first worker that needs a database starts it; a run without database tests never does. */
export async function testServer(): Promise<TestServer> {
  const folder = await runFolder();
  for (;;) {
    const found = await readAnswer(folder);
    if (found !== undefined) return found;
    if (await isFirst(folder)) await start(folder);
    else await delay(50);
  }
}

async function start(folder: string): Promise<void> {
  // mkdir and not mkdtemp with its 0700: under root the database user has to pass through.
  await chmod(folder, 0o711);
  const keeper = [resolve('test/support/postgres-keeper.mjs'), String(mainProcess()), folder];
  spawn(process.execPath, keeper, { detached: true, stdio: 'ignore', cwd: '/' }).unref();
  const settings = { max_connections: '300', ...(process.env[AS_PRODUCT] ? memorySettings() : QUICK) };
  const answer = await startEmbeddedPostgres({
    dataFolder: join(folder, 'data'),
    settings,
    whenWeExit: 'leave',
  }).catch((error: unknown) => ({
    error: String(error),
  }));
  const draft = join(folder, 'answer.new');
  await writeFile(draft, JSON.stringify(answer), { mode: 0o600 });
  await rename(draft, join(folder, 'answer.json'));
}

async function readAnswer(folder: string): Promise<TestServer | undefined> {
  const text = await readFile(join(folder, 'answer.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const answer = JSON.parse(text) as TestServer | { error: string };
  if ('error' in answer) throw new Error(`the PostgreSQL of this test run did not start: ${answer.error}`);
  return answer;
}

async function isFirst(folder: string): Promise<boolean> {
  try {
    await (await open(join(folder, 'starting'), 'wx')).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** One folder per jest run. The start time is part of its name, because process numbers come again. */
async function runFolder(): Promise<string> {
  const main = mainProcess();
  const mark = `${main} ${(await processInfo(main))?.startMark ?? ''}`;
  const folder = join(tmpdir(), `laufmappe-test-${createHash('sha256').update(mark).digest('hex').slice(0, 12)}`);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** jest runs spec files in forked workers, or in its own process (`--runInBand`, or only one spec file). */
function mainProcess(): number {
  return process.argv[1]?.includes('jest-worker') === true ? process.ppid : process.pid;
}
