import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import pg from 'pg';
import { projectPath } from '../../server/platform/project-path.js';
import { openBuiltServer } from '../support/built-server.js';
import { rounded, type Figure } from './figure.js';
import { writeBundle } from './records/bundle.js';

/** What one Dokument of an import leaves behind. */
const TABLES = ['akte', 'vorgang', 'dokument', 'dokument_version', 'search_text', 'search_entry', 'protokoll'];

/**
 * How fast existing files are taken over, from the command to the last word in the index, against the least that any product
 * has to do with the same data: COPY of the same rows into tables without an index, and a copy of each file with fsync.
 */
export async function benchIngest(dokumente: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-ingest-'));
  // The database server may be somebody else, and COPY writes and reads as that one.
  await chmod(folder, 0o777);
  const server = await openBuiltServer();
  const client = new pg.Client({ connectionString: server.urls.administratorUrl });
  await client.connect();
  try {
    const paths = await writeBundle(join(folder, 'bundle'), dokumente);

    const ours = await seconds(async () => {
      await runImport(join(folder, 'bundle'), {
        LAUFMAPPE_DATA: server.dataFolder,
        DATABASE_URL: server.urls.applicationUrl,
        DATABASE_OWNER_URL: server.urls.ownerUrl,
        DATABASE_SESSION_URL: server.urls.sessionUrl,
      });

      await untilRead(client, dokumente);
    });
    const bare = (await copyRows(client, folder)) + (await copyFiles(paths, join(folder, 'copied')));
    return [
      {
        id: 'records.ingest-vs-copy',
        value: rounded(dokumente / ours),
        unit: 'Dokumente per second, with metadata, text and Protokoll',
        ratio: rounded(bare / ours),
        against: `COPY of the same rows and a copy of each file with fsync: ${rounded(dokumente / bare)} per second`,
        n: dokumente,
      },
    ];
  } finally {
    await client.end();
    await server.close();
    await rm(folder, { recursive: true });
  }
}

async function runImport(bundle: string, environment: NodeJS.ProcessEnv): Promise<void> {
  await promisify(execFile)(process.execPath, [projectPath('dist/server/import/import-cli.js'), bundle], {
    env: { ...process.env, ...environment },
    maxBuffer: 64_000_000,
  });
}

/** Waits until the words of every Dokument are in the index; the server reads them in its queue. */
async function untilRead(client: pg.Client, dokumente: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ read: number; due: number }>(
      `SELECT (SELECT count(*)::int FROM search_text WHERE state = 'text') AS read,
              (SELECT count(*)::int FROM search_queue) AS due`,
    );
    if ((rows[0]?.read ?? 0) >= dokumente && rows[0]?.due === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function copyRows(client: pg.Client, folder: string): Promise<number> {
  let total = 0;
  for (const table of TABLES) {
    const file = join(folder, table);
    await client.query(`COPY ${table} TO '${file}'`);
    await client.query(`CREATE TABLE bare_${table} (LIKE ${table} INCLUDING DEFAULTS)`);
    total += await seconds(() => client.query(`COPY bare_${table} FROM '${file}'`));
  }
  return total;
}

async function copyFiles(paths: readonly string[], folder: string): Promise<number> {
  await mkdir(folder);
  return seconds(async () => {
    for (const [index, path] of paths.entries()) {
      const copy = join(folder, String(index));
      await copyFile(path, copy);
      const handle = await open(copy, 'r+');
      await handle.sync();
      await handle.close();
    }
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}
