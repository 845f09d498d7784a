import { isRejection } from '../../server/contract/rejections.js';
import type { AufgabeRow } from '../../server/contract/views.js';
import { eventually, type ApiClient } from '../support/api-client.js';
import { commitOnce } from './baseline.js';
import { percentile, rounded, type Figure } from './figure.js';
import { akteForBench, file, letter } from './intake.bench.js';

const COMPLETIONS = 60;

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
  for (const row of rows.slice(0, COMPLETIONS)) took.push(await completeAndSee(parts, row, changes));
  changes.close();
  const commits = await commitOnce(parts.dataFolder, 200);
  const best = percentile(commits, 0.5);
  const against = `one empty commit on the same database: p50 ${rounded(best)} ms, p99 ${rounded(percentile(commits, 0.99))} ms`;
  return [0.5, 0.99].map((share) => ({
    id: `workflow.complete-to-next-ms-p${share * 100}`,
    value: rounded(percentile(took, share)),
    unit: 'ms',
    ratio: rounded(percentile(took, share) / percentile(commits, share)),
    against,
    n: took.length,
  }));
}

async function completeAndSee(
  { sachbearbeitung, mitzeichnung }: WorkflowBenchParts,
  row: AufgabeRow,
  changes: Changes,
): Promise<number> {
  const began = performance.now();
  const completed = sachbearbeitung.act('aufgabe.completeAufgabe', {
    aufgabeId: row.id,
    version: row.version,
    data: { entscheidung: 'richtig' },
  });
  for (;;) {
    await changes.next();
    const list = await inbox(mitzeichnung);
    if (list.some(({ aktenzeichen }) => aktenzeichen === row.aktenzeichen)) break;
  }
  const took = performance.now() - began;
  const answer = await completed;
  if (isRejection(answer)) throw new Error(answer.message.en);
  return took;
}

async function inbox(client: ApiClient): Promise<AufgabeRow[]> {
  return (await client.get<{ items: AufgabeRow[] }>('/api/aufgaben?list=meine')).items;
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
