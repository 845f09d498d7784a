import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { ApiClient } from '../../support/api-client.js';
import { questions, seededRandom } from './invented-words.js';

export type Kind = 'inbox' | 'vorgang' | 'positions' | 'akten' | 'search';

/** Milliseconds of every request of a kind, and of the bare lookup by primary key in the same run. */
export type Timings = Readonly<Record<Kind | 'bare', readonly number[]>>;

const USERS = 50;
/** Each person asks once a second: far more than a clerk, who acts every half minute. */
const PAUSE_MILLISECONDS = 1_000;
const ROUNDS = 24;
const KINDS: readonly Kind[] = ['inbox', 'vorgang', 'positions', 'akten', 'search'];

/** Lets 50 people ask for everything at once, each once a second and in an order of their own; then as many bare lookups. */
export async function askRecords(
  clients: readonly ApiClient[],
  applicationUrl: string,
  mandantId: string,
  akten: number,
): Promise<Timings> {
  const timings: Record<Kind | 'bare', number[]> = {
    inbox: [],
    vorgang: [],
    positions: [],
    akten: [],
    search: [],
    bare: [],
  };
  const random = seededRandom(17);
  const asked = questions(USERS * ROUNDS, random);
  const vorgang = () => idOf('vorgang', 1 + Math.floor(random() * akten * 1.5));
  const position = () => idOf('einheit', 1 + Math.floor(random() * 1_000));
  await crowd(async (user, round) => {
    const client = clients[user % clients.length];
    const kind = KINDS[(user + round) % KINDS.length];
    if (!client || !kind) throw new Error('nobody asks');
    const paths: Readonly<Record<Kind, string>> = {
      inbox: '/api/aufgaben?list=gruppe',
      vorgang: `/api/vorgaenge/${vorgang()}`,
      positions: '/api/aktenplan/einheiten',
      akten: `/api/aktenplan/einheiten/${position()}/akten`,
      search: `/api/search?q=${encodeURIComponent(asked[user * ROUNDS + round] ?? '')}`,
    };
    timings[kind].push(await took(() => client.get(paths[kind])));
  });
  const pool = new pg.Pool({ connectionString: applicationUrl, max: USERS });
  const lookup = `SELECT set_config('laufmappe.mandant_id', $1, true), set_config('laufmappe.viewer', 'system', true)`;
  await crowd(async () => {
    timings.bare.push(
      await took(async () => {
        const client = await pool.connect();
        try {
          await client.query('BEGIN');
          await client.query(lookup, [mandantId]);
          await client.query(`SELECT * FROM vorgang WHERE id = $1`, [vorgang()]);
          await client.query('COMMIT');
        } finally {
          client.release();
        }
      }),
    );
  });
  await pool.end();
  return timings;
}

/** Every user asks in rounds, spread over the pause, so that they do not all come in the same moment. */
async function crowd(ask: (user: number, round: number) => Promise<void>): Promise<void> {
  await Promise.all(
    Array.from({ length: USERS }, async (_, user) => {
      await pause((user / USERS) * PAUSE_MILLISECONDS);
      for (let round = 0; round < ROUNDS; round++) {
        const began = performance.now();
        await ask(user, round);
        await pause(Math.max(0, PAUSE_MILLISECONDS - (performance.now() - began)));
      }
    }),
  );
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** As `seed-records.ts` names its records. */
function idOf(noun: string, number: number): string {
  const hex = createHash('md5').update(`${noun} ${number}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
