import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

/** Folders of one spec file, each passable for the database user. */
export interface TemporaryFolders {
  make(mode?: number): string;
  /** A copy of a data folder with owners and modes: quicker than creating another database. */
  copyOf(folder: string): string;
  removeAll(): void;
}

export function temporaryFolders(): TemporaryFolders {
  const made: string[] = [];
  const make = (mode = 0o711) => {
    const folder = mkdtempSync(join(tmpdir(), 'laufmappe-postgres-'));
    chmodSync(folder, mode);
    made.push(folder);
    return folder;
  };
  return {
    make,
    copyOf: (folder) => {
      const copy = make();
      execFileSync('cp', ['-a', `${folder}/.`, copy]);
      return copy;
    },
    removeAll: () => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })),
  };
}

/** The launcher in a process of its own. */
export interface LauncherProcess {
  readonly child: ChildProcess;
  /** The first line: JSON with the connections, or the German cause why it does not run. */
  readonly firstLine: Promise<string>;
  /** All lines until it has ended. */
  readonly output: Promise<string[]>;
}

export function launcherProcess(
  dataFolder: string,
  options: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {},
): LauncherProcess {
  const loader = resolve('test/support/typescript-loader.mjs');
  const child = spawn(
    process.execPath,
    ['--import', loader, resolve('test/support/embedded-postgres.child.mjs'), dataFolder],
    { ...options, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const lines = createInterface({ input: child.stdout });
  const collected: string[] = [];
  lines.on('line', (line) => collected.push(line));
  const output = once(child, 'close').then(() => collected);
  return { child, output, firstLine: once(lines, 'line').then(([line]) => String(line)) };
}

/** Runs one statement on a connection of its own. */
export async function queryOnce(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
