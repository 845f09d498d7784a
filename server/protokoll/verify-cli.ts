import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { describeStartupProblem } from '../platform/startup-problem.js';
import { describeNachweis } from './nachweis-text.js';
import { isNachweisProved, verifyNachweis } from './nachweis.js';
import { dataFolderOf, openInstalledDatabase } from './open-database.js';
import { readKeys } from './read-keys.js';
import type { VerifierKey } from './signed-note.js';
import { describeVerdict, isProved } from './verdict-text.js';
import { verifyConsistency } from './verify-consistency.js';
import { verifyDatabase, verifyExport, type VerifiedProtokoll } from './verify-database.js';

/**
 * `npm run protokoll:verify`: checks the whole Protokoll without the server; with `-- --export <file>` an export of it, with
 * `--nachweis <file>` the proof of one Akte, with `--consistency <file>` that of two checkpoints. `--key` gives public keys
 * from outside. Ends with 0 when everything is proved, 1 when something is not, 2 when it could not be checked.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    ...{ export: text, checkpoints: text, nachweis: text, consistency: text },
    key: { type: 'string', multiple: true },
  },
});

try {
  const keys = await readKeys(values.key ?? []);
  if ('wrong' in keys) noKey(keys.wrong);
  else process.exitCode = await check(keys);
} catch (error) {
  console.error(describeStartupProblem(error));
  process.exitCode = 2;
}

async function check(keys: readonly VerifierKey[]): Promise<number> {
  const file = values.nachweis ?? values.consistency ?? values.export;
  if (file !== undefined && !existsSync(file)) return notThere(file);
  if (values.nachweis !== undefined) return checkNachweis(values.nachweis, keys);
  if (values.consistency !== undefined) return checkConsistency(values.consistency, keys);
  const checkpoints = values.checkpoints ?? join(dataFolderOf(process.env), 'protokoll-checkpoints');
  const began = performance.now();
  const verdicts = await (file === undefined
    ? fromDatabase(checkpoints, keys)
    : verifyExport(linesOf(file), checkpoints, keys));
  if (!verdicts) return notThere(dataFolderOf(process.env));
  report(verdicts, (performance.now() - began) / 1000);
  // Nothing to check is no proof either.
  return verdicts.length > 0 && verdicts.every(isProved) ? 0 : 1;
}

async function checkNachweis(file: string, keys: readonly VerifierKey[]): Promise<number> {
  const verdict = await verifyNachweis(linesOf(file), keys);
  console.log(describeNachweis(verdict));
  return isNachweisProved(verdict) ? 0 : 1;
}

async function checkConsistency(file: string, keys: readonly VerifierKey[]): Promise<number> {
  const verdict = verifyConsistency(await readFile(file, 'utf8'), keys);
  if (!verdict) return notThere(file);
  const { first, second, state, signatures } = verdict;
  const signed = signatures === null || signatures.every((each) => each === 'signed');
  const proved = state === 'continues' && signed;
  console.log(
    `${second.size} Zeilen setzen ${first.size} Zeilen fort: ${proved ? 'bewiesen' : 'NICHT BEWIESEN'} (${state}, ${signatures?.join(', ') ?? 'ohne --key'})`,
  );
  console.log(
    `${second.size} rows continue ${first.size} rows: ${proved ? 'proved' : 'NOT PROVED'} (${state}, ${signatures?.join(', ') ?? 'without --key'})`,
  );
  return proved ? 0 : 1;
}

function report(verdicts: readonly VerifiedProtokoll[], seconds: number): void {
  const rows = verdicts.reduce((sum, verdict) => sum + verdict.rows, 0);
  const time = seconds.toFixed(1);
  for (const verdict of verdicts) console.log(describeVerdict(verdict));
  console.log(`${rows} Zeilen in ${time} s / ${rows} rows in ${time} s`);
}

function notThere(place: string): number {
  console.error(`Hier liegt kein Protokoll: ${place}`);
  console.error(
    'Abhilfe: LAUFMAPPE_DATA oder DATABASE_URL setzen, oder eine Datei mit --export oder --nachweis nennen.',
  );
  console.error(`There is no audit trail here: ${place}`);
  console.error('Remedy: set LAUFMAPPE_DATA or DATABASE_URL, or name a file with --export or --nachweis.');
  return 2;
}

function noKey(found: string): void {
  console.error(`Erwartet: ein öffentlicher Schlüssel oder eine Datei mit solchen. Gefunden: ${found}`);
  console.error('Abhilfe: die Zeile von der Seite „Protokoll“ der Administration vollständig übernehmen.');
  console.error(`Expected: a public key, or a file of such. Found: ${found}`);
  console.error('Remedy: copy the whole line from the page "Audit trail" of the administration.');
  process.exitCode = 2;
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, 'utf8') });
}

async function fromDatabase(checkpoints: string, keys: readonly VerifierKey[]): Promise<VerifiedProtokoll[] | null> {
  const opened = await openInstalledDatabase(process.env);
  if (!opened) return null;
  try {
    return await verifyDatabase(opened.database, checkpoints, keys);
  } finally {
    await opened.close();
  }
}
