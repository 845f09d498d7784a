import pg from 'pg';
import { openBuiltServer } from '../support/built-server.js';
import { percentile, rounded, type Figure } from './figure.js';
import { askRecords, warmUp, type Kind, type Timings } from './records/ask-records.js';
import { readIntoMemory } from './records/read-into-memory.js';
import { seedRecords, TEXTS_PER_AKTE, type Stock } from './records/seed-records.js';

/** People who may read records, with different rights and Aufgaben. */
const LOGINS = ['jana.petersen', 'deniz.aydin', 'ruth.lindqvist', 'tomasz.sliwa', 'helga.brandt'];
const LISTS: readonly Kind[] = ['inbox', 'vorgang', 'positions', 'akten'];

/**
 * Lists, views and the search over a generated stock of so many Akten (five Dokumente each) at 50 people, and how they grow
 * from a tenth of it. A million Akten take about half an hour, most of it for making them.
 */
export async function benchRecords(akten: number): Promise<Figure[]> {
  const server = await openBuiltServer();
  try {
    const clients = await Promise.all(LOGINS.map((login) => server.as(login)));
    const mandantId = await mandantOf(server.urls.administratorUrl);
    const ask = (count: number) => askRecords(clients, server.urls.applicationUrl, mandantId, count);
    const [small, whole] = [stockOf(akten / 10), stockOf(akten)];
    await seedRecords(server.urls.administratorUrl, { akten: 0, texts: 0 }, small, whole);
    await readIntoMemory(server.urls.administratorUrl);
    await warmUp(clients, small.akten);
    const before = await ask(small.akten);
    await seedRecords(server.urls.administratorUrl, small, whole, whole);
    await readIntoMemory(server.urls.administratorUrl);
    await warmUp(clients, whole.akten);
    return figures(before, await ask(whole.akten), akten);
  } finally {
    await server.close();
  }
}

function stockOf(akten: number): Stock {
  return { akten: Math.round(akten), texts: Math.round(akten * TEXTS_PER_AKTE) };
}

function figures(before: Timings, after: Timings, akten: number): Figure[] {
  const bare = percentile(after.bare, 0.95);
  const slowest = LISTS.map((kind) => [kind, percentile(after[kind], 0.95)] as const).sort(
    (one, other) => other[1] - one[1],
  );
  const [list = 'inbox', lists = Number.NaN] = slowest[0] ?? [];
  const search = percentile(after.search, 0.95);
  const growth = ([...LISTS, 'search'] as const).map(
    (kind) => [kind, percentile(after[kind], 0.95) / percentile(before[kind], 0.95)] as const,
  );
  growth.sort((one, other) => other[1] - one[1]);
  const against = `the bare lookup by primary key as often at once: p95 ${rounded(bare)} ms`;
  return [
    {
      id: 'records.lists-p95-ms',
      value: rounded(lists),
      unit: `ms, the slowest of ${slowest.map(([kind, value]) => `${kind} ${rounded(value)}`).join(', ')}`,
      ratio: rounded(lists / bare),
      against,
      n: after[list].length,
    },
    {
      id: 'records.search-p95-ms',
      value: rounded(search),
      unit: `ms (p50 ${rounded(percentile(after.search, 0.5))}, p99 ${rounded(percentile(after.search, 0.99))})`,
      ratio: rounded(search / bare),
      against,
      n: after.search.length,
    },
    {
      id: 'records.growth-100k-1m',
      value: rounded(growth[0]?.[1] ?? Number.NaN),
      unit: `times the p95 of a tenth of the stock: ${growth.map(([kind, factor]) => `${kind} ${rounded(factor)}`).join(', ')}`,
      ratio: rounded(growth[0]?.[1] ?? Number.NaN),
      against: `${akten / 10} Akten in the same run`,
      n: akten,
    },
  ];
}

async function mandantOf(administratorUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  const { rows } = await client.query<{ mandant_id: string }>('SELECT mandant_id FROM mandant');
  await client.end();
  const [only] = rows;
  if (!only) throw new Error('no Mandant');
  return only.mandant_id;
}
