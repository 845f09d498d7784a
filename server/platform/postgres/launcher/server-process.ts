import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartupProblem, oneLine } from '../../startup-problem.js';
import { cleanEnvironment, type Installation } from './cluster.js';
import { asUser } from './database-user.js';
import { readFailure, type Failure } from './postgres-failure.js';

/** A PostgreSQL that accepts connections. */
export interface ServerProcess {
  readonly processId: number;
  readonly port: number;
  /** Settles when the process ends, with how: an exit code or a signal. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Retries: another program may take the free port between finding and using it; children of a killed server linger. */
const ATTEMPTS = 30;

/**
 * Starts PostgreSQL on a cluster and waits until it accepts connections; after a crash that includes the recovery.
 *
 * @param settings further settings by their PostgreSQL name
 * @throws StartupProblem with what PostgreSQL gave as its reason
 */
export async function startServerProcess(
  installation: Installation,
  cluster: string,
  settings: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  let failure: Failure | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const started = await tryStart(installation, cluster, await freePort(), settings);
    if (!('kind' in started)) return started;
    if (started.kind === 'problem') throw started.problem;
    failure = started;
    await delay(100);
  }
  throw new StartupProblem('databaseStartFailed', { folder: cluster, reason: failure?.kind ?? '' });
}

/** The version that `postgres -V` names, e.g. 18.4; also the proof that the programs run on this system at all. */
export async function serverVersion(installation: Pick<Installation, 'binaries' | 'user'>): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(installation.binaries.postgres, ['-V'], {
      ...asUser(installation.user),
      cwd: '/',
      env: cleanEnvironment(),
    });
    return /(\d+(?:\.\d+)?)/.exec(stdout)?.[1] ?? '';
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new StartupProblem('binariesUnusable', { reason: oneLine(stderr || message) });
  }
}

async function tryStart(
  { binaries, user, place }: Installation,
  cluster: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<ServerProcess | Failure> {
  const chosen = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  // A session of its own: Ctrl-C in the terminal reaches the whole foreground group, and PostgreSQL takes SIGINT as
  // "stop now" while our server still finishes its requests.
  const child = spawn(
    binaries.postgres,
    ['-D', cluster, ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...asUser(user), cwd: place, env: cleanEnvironment(), detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = endOf(child);
  const output: string[] = [];
  const ready = readyLine(child, output);
  if ((await Promise.race([ready, ended])) !== 'ready') return readFailure(output.join('\n'), cluster);
  // Neither the process nor its pipe may keep ours alive: who forgets stop() must still be able to end.
  child.unref();
  (child.stderr as unknown as { unref(): void }).unref();
  return { processId: child.pid ?? 0, port, ended, stop: () => stop(child, ended) };
}

/**
 * Ends PostgreSQL together with our process when that goes without stop(): Ctrl-C while the rest still starts, an error
 * nobody caught. Only kill -9 gets past this; then the next start tidies up.
 */
export function endWithThisProcess({ processId, ended }: ServerProcess): void {
  const end = () => {
    try {
      process.kill(processId, 'SIGINT');
    } catch {
      // it was quicker
    }
  };
  process.once('exit', end);
  void ended.then(() => process.off('exit', end));
}

/** Keeps the last lines PostgreSQL wrote and tells when it is ready; reading on matters, a full pipe would block it. */
function readyLine(child: ChildProcess, output: string[]): Promise<'ready'> {
  return new Promise((resolve) => {
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      output.push(line);
      if (output.length > 200) output.shift();
      if (line.includes('database system is ready to accept connections')) resolve('ready');
    });
  });
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(oneLine(error.message)));
    // 'close', not 'exit': only then have all lines of the reason been read.
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

/**
 * Fast shutdown ends in about 0.1 s. Should it hang (a disk that does not answer), the immediate shutdown after 2 s and
 * the kill after 3 s keep the promise that everything is down within 5 s; the next start then recovers from the log.
 */
async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.ref();
  child.kill('SIGINT');
  const harder = [setTimeout(() => child.kill('SIGQUIT'), 2000), setTimeout(() => child.kill('SIGKILL'), 3000)];
  await ended;
  harder.forEach(clearTimeout);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
