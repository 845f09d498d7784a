import { createWriteStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { describeStartupProblem } from '../platform/startup-problem.js';
import { exportProtokoll } from './export-protokoll.js';
import { openInstalledDatabase, type OpenedDatabase } from './open-database.js';
import { streamProtokoll } from './protokoll.store.js';
import type { ProtokollRow } from './verify-protokoll.js';

/**
 * `npm run protokoll:export -- <file>`: writes every row of every Mandant as JSON lines. The file must not exist yet and
 * is readable for its owner only, because the payloads name people.
 */
const [file] = process.argv.slice(2);

try {
  const opened = file && !existsSync(file) ? await openInstalledDatabase(process.env) : null;
  if (file && opened) await write(file, opened);
  else refuse();
} catch (error) {
  console.error(describeStartupProblem(error));
  process.exitCode = 2;
}

async function write(target: string, opened: OpenedDatabase): Promise<void> {
  try {
    await pipeline(exportProtokoll(allRows(opened)), createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  } finally {
    await opened.close();
  }
}

function refuse(): void {
  console.error('Erwartet: der Name einer neuen Datei, und eine Datenbank unter LAUFMAPPE_DATA oder DATABASE_URL.');
  console.error('Expected: the name of a new file, and a database at LAUFMAPPE_DATA or DATABASE_URL.');
  process.exitCode = 2;
}

async function* allRows({ database }: OpenedDatabase): AsyncGenerator<ProtokollRow> {
  for (const mandantId of await listMandanten(database)) yield* streamProtokoll(database, mandantId);
}
