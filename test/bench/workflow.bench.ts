import { setTimeout as delay } from 'node:timers/promises';
import { isRejection } from '../../server/contract/rejections.js';
import type { AufgabeRow } from '../../server/contract/views.js';
import { eventually, type ApiClient } from '../support/api-client.js';
import { commitOnce } from './baseline.js';
import { percentile, rounded, type Figure } from './figure.js';
import { measureInChild } from './in-child.js';
import { akteForBench, file, letter } from './intake.bench.js';
import { onZeebe } from './zeebe-or-why.js';

/** One after the other: what a person waits for at an idle server. */
const ALONE = 60;
/** At the rate of a busy authority. */
const STEADY = 100;
const PER_SECOND = 20;
const COMPLETIONS = ALONE + STEADY;

export interface WorkflowBenchParts {
  readonly poststelle: ApiClient;
  readonly sachbearbeitung: ApiClient;
  /** Gets the next Aufgabe (Mitzeichnung) when the Sachliche Prüfung is complete. */
  readonly mitzeichnung: ApiClient;
  readonly dataFolder: string;
}

/**
 * Milliseconds from sending "complete" to the next Aufgabe standing in another person's list, as that person's page sees
 * it: woken by the event stream, read again from the server. The request itself is part of it.
 */
export async function benchWorkflow(parts: WorkflowBenchParts): Promise<Figure[]> {
  const { poststelle, sachbearbeitung, mitzeichnung } = parts;
  const akteId = await akteForBench(poststelle);
  const vorgaenge: string[] = [];
  for (let index = 0; index < COMPLETIONS; index++) {
    const bytes = letter(`W-${index}`, 900_000);
    vorgaenge.push(await file(poststelle, akteId, { name: `w-${index}.eml`, bytes }));
  }
  const rows = await eventually(async () => {
    const list = await inbox(sachbearbeitung);
    return list.length >= COMPLETIONS && list;
  }, 'all Aufgaben are there');
  const changes = await listen(mitzeichnung);
  const took: number[] = [];
  for (const row of rows.slice(0, ALONE)) took.push(await completeAndSee(parts, row, changes));
  const steady = await completeSteadily(parts, rows.slice(ALONE, COMPLETIONS), changes);
  changes.close();
  const commits = await commitOnce(parts.dataFolder, 200);
  const best = percentile(commits, 0.5);
  const against = `one empty commit on the same database: p50 ${rounded(best)} ms, p99 ${rounded(percentile(commits, 0.99))} ms`;
  const alone = [0.5, 0.99].map((share) => ({
    id: `workflow.complete-to-next-ms-p${share * 100}`,
    value: rounded(percentile(took, share)),
    unit: 'ms',
    ratio: rounded(percentile(took, share) / percentile(commits, share)),
    against,
    n: took.length,
  }));
  return [...alone, await compareWithZeebe(steady)];
}

async function compareWithZeebe(ours: readonly number[]): Promise<Figure> {
  const load = { count: STEADY, perSecond: PER_SECOND };
  const zeebe = await onZeebe(() => measureInChild<number[]>('engine/zeebe-next-task.ts', load));
  const [value, peer] = [percentile(ours, 0.99), zeebe.kind === 'measured' ? percentile(zeebe.measured, 0.99) : null];
  return {
    id: 'engine.complete-to-next-p99-ms',
    value: rounded(value),
    unit: `ms at ${PER_SECOND} completions/s, from the request to the next person's list (p50 ${rounded(percentile(ours, 0.5))})`,
    ratio: peer && rounded(value / peer),
    against:
      zeebe.kind === 'measured'
        ? `Zeebe 8.5.8 alone, from completing a job to the next in a worker's hands: p99 ${rounded(percentile(zeebe.measured, 0.99))} ms, p50 ${rounded(percentile(zeebe.measured, 0.5))} ms`
        : zeebe.why,
    n: ours.length,
  };
}

/** Sends completions at a steady rate, whatever becomes of those before, and looks whenever the page is told to. */
async function completeSteadily(
  { sachbearbeitung, mitzeichnung }: WorkflowBenchParts,
  rows: readonly AufgabeRow[],
  changes: Changes,
): Promise<number[]> {
  const sent = new Map<string, number>();
  const took: number[] = [];
  const failures: string[] = [];
  const sending = (async () => {
    for (const row of rows) {
      sent.set(row.aktenzeichen, performance.now());
      void complete(sachbearbeitung, row).catch((error: unknown) => failures.push(String(error)));
      await delay(1_000 / PER_SECOND);
    }
  })();
  while (took.length < rows.length) {
    await changes.next();
    if (failures.length > 0) throw new Error(failures[0]);
    const list = await inbox(mitzeichnung);
    for (const { aktenzeichen } of list) {
      const began = sent.get(aktenzeichen);
      if (began === undefined) continue;
      took.push(performance.now() - began);
      sent.delete(aktenzeichen);
    }
  }
  await sending;
  return took;
}

async function complete(client: ApiClient, row: AufgabeRow): Promise<void> {
  const answer = await client.act('aufgabe.completeAufgabe', {
    aufgabeId: row.id,
    version: row.version,
    data: { entscheidung: 'richtig' },
  });
  if (isRejection(answer)) throw new Error(answer.message.en);
}

async function completeAndSee(
  { sachbearbeitung, mitzeichnung }: WorkflowBenchParts,
  row: AufgabeRow,
  changes: Changes,
): Promise<number> {
  const began = performance.now();
  const completed = complete(sachbearbeitung, row);
  for (;;) {
    await changes.next();
    const list = await inbox(mitzeichnung);
    if (list.some(({ aktenzeichen }) => aktenzeichen === row.aktenzeichen)) break;
  }
  const took = performance.now() - began;
  await completed;
  return took;
}

async function inbox(client: ApiClient): Promise<AufgabeRow[]> {
  return (await client.get<{ items: AufgabeRow[] }>('/api/aufgaben?list=meine&most=1000')).items;
}

interface Changes {
  /** Resolves with the next event of the stream. */
  next(): Promise<void>;
  close(): void;
}

async function listen(client: ApiClient): Promise<Changes> {
  const response = await client.request('GET', '/api/live');
  const reader = response.body?.getReader();
  if (!reader) throw new Error('there is no event stream');
  await reader.read(); // the greeting
  return {
    next: async () => {
      await reader.read();
    },
    close: () => void reader.cancel(),
  };
}
