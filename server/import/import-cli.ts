import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { createActRunner, type ActContext } from '../platform/act-runner.js';
import { systemClock } from '../platform/clock.js';
import { readConfiguration } from '../platform/config.js';
import { openObjectStore } from '../platform/objects/open-object-store.js';
import type { Database } from '../platform/postgres/database.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { describeStartupProblem } from '../platform/startup-problem.js';
import { createExaminer } from '../posteingang/examination/examine.js';
import { appendProtokoll } from '../protokoll/append-protokoll.js';
import { dataFolderOf, openInstalledDatabase } from '../protokoll/open-database.js';
import { openSource, type ImportSource } from './import-source.js';
import { describeProbe, probeAsJson } from './import-text.js';
import { positionsForAkten } from './import.store.js';
import { probeImport, type ProbedImport } from './probe-import.js';
import { runImport } from './run-import.js';

/**
 * `npm run import -- <folder or zip> [--probe] [--gute] [--mandant <id>] [--json] [--english]`. Ends with 0 when everything
 * was taken over (or could be), 1 when lines were refused, 2 when it could not begin.
 */
const flag = { type: 'boolean', default: false } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { probe: flag, gute: flag, json: flag, english: flag, mandant: { type: 'string' } },
});
/** Whoever imports waits for this alone; each may take 800 MB. */
const EXAMINERS = Math.min(availableParallelism(), 4);
const language = values.english ? 'en' : 'de';

try {
  process.exitCode = await start();
} catch (error) {
  console.error(describeStartupProblem(error));
  process.exitCode = 2;
}

async function start(): Promise<number> {
  const [path] = positionals;
  const source = await openSource(path ?? '');
  if (isRejection(source)) return refuse(source);
  const opened = await openInstalledDatabase(process.env);
  if (!opened) return say(2, `Keine Datenbank in ${dataFolderOf(process.env)}.`, 'There is no database.');
  try {
    const mandantId = await mandantOf(opened.database);
    if (mandantId === null) {
      return say(2, 'Mit --mandant <Kennung> angeben, für wen.', 'Say for whom, with --mandant <id>.');
    }
    return await work(source, opened.database, mandantId);
  } finally {
    await opened.close();
    source.close();
  }
}

async function mandantOf(database: Database): Promise<Id | null> {
  const mandanten = await listMandanten(database);
  if (values.mandant !== undefined) return mandanten.find((id) => id === values.mandant) ?? null;
  return mandanten.length === 1 ? (mandanten[0] ?? null) : null;
}

async function work(source: ImportSource, database: Database, mandantId: Id): Promise<number> {
  const configuration = readConfiguration(process.env);
  const clock = systemClock();
  const wakeOutbox = () => undefined; // a running server finds what is due by itself
  const runner = createActRunner({ database, clock, appendProtokoll, wakeOutbox });
  const context: ActContext = { mandantId, actor: { kind: 'system', name: 'import' } };
  const positions = await runner.transaction(context, async (tx) => ({
    found: await positionsForAkten(tx, clock.today()),
  }));
  if (isRejection(positions)) return refuse(positions);
  const scratchFolder = join(configuration.dataFolder, 'scratch');
  const examiner = createExaminer({ scratchFolder, processes: EXAMINERS });
  try {
    const progress = meter();
    const probed = await probeImport(source, {
      ...{ examiner, positions: positions.found, progress, today: clock.today() },
      largestItem: configuration.maximumFileSize,
    });
    if (isRejection(probed)) return refuse(probed);
    console.log(values.json ? probeAsJson(probed) : describeProbe(probed, language));
    if (values.probe) return probed.faults.length === 0 ? 0 : 1;
    const objects = await openObjectStore(configuration);
    const mode = values.gute ? 'good' : 'whole';
    const outcome = await runImport({ runner, objects, progress }, context, source, probed, mode);
    return isRejection(outcome) ? refuse(outcome) : finish(outcome, probed);
  } finally {
    await examiner.close();
  }
}

function finish(outcome: { runId: Id; vorgaenge: number; dokumente: number }, probed: ProbedImport): number {
  const { runId, vorgaenge, dokumente } = outcome;
  return say(
    probed.faults.length === 0 ? 0 : 1,
    `Übernommen: ${vorgaenge} Vorgänge mit ${dokumente} Dokumenten. Im Protokoll unter ${runId}.`,
    `Taken over: ${vorgaenge} Vorgänge with ${dokumente} Dokumente. In the Protokoll under ${runId}.`,
  );
}

function refuse({ message, remedy }: Rejection): number {
  console.error(`${message[language]} ${language === 'de' ? 'Abhilfe' : 'Remedy'}: ${remedy[language]}`);
  return 2;
}

function say(code: number, de: string, en: string): number {
  (code === 2 ? console.error : console.log)(language === 'de' ? de : en);
  return code;
}

/** A line every two seconds at most, and only for somebody who watches. */
function meter(): (done: number, of: number) => void {
  let last = 0;
  return (done, of) => {
    if (!process.stderr.isTTY || (done < of && performance.now() - last < 2_000)) return;
    last = performance.now();
    process.stderr.write(`\r${done} / ${of}${done === of ? '\n' : ''}`);
  };
}
