import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createActRunner } from '../platform/act-runner.js';
import { systemClock } from '../platform/clock.js';
import { readConfiguration } from '../platform/config.js';
import { openObjectStore } from '../platform/objects/open-object-store.js';
import { describeStartupProblem } from '../platform/startup-problem.js';
import { appendProtokoll } from '../protokoll/append-protokoll.js';
import { dataFolderOf, openInstalledDatabase } from '../protokoll/open-database.js';
import { checkConsistency, type ConsistencyReport } from './check-consistency.js';
import { describeReport, reportAsJson } from './report-text.js';

/**
 * `npm run pruefe [-- --alles] [--reparieren] [--aus <folder>] [--json] [--english]`: with the server running or stopped.
 * Ends with 0 when everything is in order, 1 when something is not, 2 when it could not be checked.
 */
const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({
  options: { alles: flag, reparieren: flag, json: flag, english: flag, aus: { type: 'string' } },
});

try {
  process.exitCode = await run();
} catch (error) {
  console.error(describeStartupProblem(error));
  process.exitCode = 2;
}

async function run(): Promise<number> {
  if (values.aus !== undefined && !existsSync(values.aus)) return refuse(resolve(values.aus));
  const opened = await openInstalledDatabase(process.env);
  if (!opened) return refuse(dataFolderOf(process.env));
  try {
    const { database } = opened;
    const configuration = readConfiguration(process.env);
    const objects = await openObjectStore(configuration);
    const wakeOutbox = () => undefined; // a running server finds what is due by itself
    const runner = createActRunner({ database, clock: systemClock(), appendProtokoll, wakeOutbox });
    const checkpoints = join(configuration.dataFolder, 'protokoll-checkpoints');
    const began = performance.now();
    const report = await checkConsistency(
      { database, objects, runner, checkpoints },
      {
        depth: values.alles ? 'all' : 'sample',
        repair: values.reparieren ? 'repair' : 'look',
        backup: values.aus === undefined ? null : resolve(values.aus),
      },
    );
    return tell(report, (performance.now() - began) / 1000);
  } finally {
    await opened.close();
  }
}

function tell(report: ConsistencyReport, seconds: number): number {
  const language = values.english ? 'en' : 'de';
  console.log(values.json ? reportAsJson(report, seconds) : describeReport(report, seconds, language));
  return report.state === 'consistent' ? 0 : 1;
}

function refuse(place: string): number {
  console.error(`Hier liegt nichts, was sich prüfen ließe: ${place}`);
  console.error('Abhilfe: LAUFMAPPE_DATA oder DATABASE_URL setzen, bei --aus den Ordner der Sicherung nennen.');
  console.error(`There is nothing to check here: ${place}`);
  console.error('Remedy: set LAUFMAPPE_DATA or DATABASE_URL; with --aus name the folder of the backup.');
  return 2;
}
