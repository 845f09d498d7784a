import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { describeStartupProblem } from '../platform/startup-problem.js';
import { dataFolderOf, openInstalledDatabase } from './open-database.js';
import { describeVerdict, isProved } from './verdict-text.js';
import { verifyDatabase, verifyExport, type VerifiedProtokoll } from './verify-database.js';

/**
 * `npm run protokoll:verify [-- --export <file>] [-- --checkpoints <folder>]`: checks the whole Protokoll without the
 * server. Ends with 0 when everything is proved, 1 when a row is broken, 2 when it could not be checked.
 */
const { values } = parseArgs({ options: { export: { type: 'string' }, checkpoints: { type: 'string' } } });

try {
  const checkpoints = values.checkpoints ?? join(dataFolderOf(process.env), 'protokoll-checkpoints');
  const began = performance.now();
  const verdicts = await (values.export ? fromExport(values.export, checkpoints) : fromDatabase(checkpoints));
  if (verdicts) report(verdicts, (performance.now() - began) / 1000);
  else notThere(values.export ?? dataFolderOf(process.env));
} catch (error) {
  console.error(describeStartupProblem(error));
  process.exitCode = 2;
}

function report(verdicts: readonly VerifiedProtokoll[], seconds: number): void {
  const rows = verdicts.reduce((sum, verdict) => sum + verdict.rows, 0);
  const time = seconds.toFixed(1);
  for (const verdict of verdicts) console.log(describeVerdict(verdict));
  console.log(`${rows} Zeilen in ${time} s / ${rows} rows in ${time} s`);
  // Nothing to check is no proof either.
  process.exitCode = verdicts.length > 0 && verdicts.every(isProved) ? 0 : 1;
}

function notThere(place: string): void {
  console.error(`Hier liegt kein Protokoll: ${place}`);
  console.error('Abhilfe: LAUFMAPPE_DATA oder DATABASE_URL setzen, oder eine Datei mit --export nennen.');
  console.error(`There is no audit trail here: ${place}`);
  console.error('Remedy: set LAUFMAPPE_DATA or DATABASE_URL, or name a file with --export.');
  process.exitCode = 2;
}

async function fromExport(file: string, checkpoints: string): Promise<VerifiedProtokoll[] | null> {
  if (!existsSync(file)) return null;
  return verifyExport(createInterface({ input: createReadStream(file, 'utf8') }), checkpoints);
}

async function fromDatabase(checkpoints: string): Promise<VerifiedProtokoll[] | null> {
  const opened = await openInstalledDatabase(process.env);
  if (!opened) return null;
  try {
    return await verifyDatabase(opened.database, checkpoints);
  } finally {
    await opened.close();
  }
}
