import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A built server in its own process, with a data folder of its own, exactly as `npm start` runs it. */
export interface ServerProcess {
  readonly url: string;
  readonly processId: number;
  readonly dataFolder: string;
  readonly output: () => string;
  /** SIGKILL: as if the power went. */
  kill(): Promise<void>;
  /** Ctrl-C. Returns the exit code. */
  stop(): Promise<number | null>;
}

const START_MILLISECONDS = 60_000;

/** Starts the built server on a free port. `node server/start.mjs --build-only` must have run. */
export async function startServerProcess(
  dataFolder: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, PORT: '0', LAUFMAPPE_DATA: dataFolder, LAUFMAPPE_LOG: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await greetingOf(child, () => output);
  const ended = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  };
  return {
    url,
    processId: child.pid ?? 0,
    dataFolder,
    output: () => output,
    kill: async () => {
      await ended('SIGKILL');
    },
    stop: () => ended('SIGINT'),
  };
}

/** A data folder for one spec file, removed by `remove`. */
export async function temporaryDataFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'laufmappe-data-'));
  // mkdtemp makes 0700; under root the database user has to pass through, or the cluster lies elsewhere for ever.
  await chmod(path, 0o711);
  // As root the database runs as another user; where it may not pass, it is put elsewhere and `remove` would leave it.
  await chmod(path, 0o711);
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

function greetingOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no greeting within 60 s:\n${output()}`)), START_MILLISECONDS);
    const look = () => {
      const found = /Laufmappe läuft: (http\S+)/.exec(output());
      if (!found?.[1]) return;
      clearTimeout(late);
      resolve(found[1]);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the server ended with ${code}:\n${output()}`));
    });
  });
}
