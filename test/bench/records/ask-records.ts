import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { ApiClient } from '../../support/api-client.js';
import { questions, seededRandom } from './invented-words.js';
import { seededTitles } from './seed-records.js';

export type Kind = 'inbox' | 'vorgang' | 'positions' | 'akten' | 'search';

/** Milliseconds of every request of a kind, and of the bare lookup by primary key in the same run. */
export type Timings = Readonly<Record<Kind | 'bare', readonly number[]>>;

const USERS = 50;
/** Each person asks once a second: far more than a clerk, who acts every half minute. */
const PAUSE_MILLISECONDS = 1_000;
/** 960 requests of each kind: with a quarter of them p95 swung by three times from run to run. */
const ROUNDS = 96;
/** Of each of five people, before anything is measured: 1,200 questions, each once. */
const WARMING_ROUNDS = 240;
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
  const pathOf = questionnaire(akten, 17);
  const vorgang = vorgangOf(akten, seededRandom(18));
  await crowd(async (user, round) => {
    const client = clients[user % clients.length];
    const kind = KINDS[(user + round) % KINDS.length];
    if (!client || !kind) throw new Error('nobody asks');
    const path = pathOf(kind, user * ROUNDS + round);
    timings[kind].push(await took(() => client.get(path)));
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

/**
 * Lets a few people ask for a while without hurry, other things than are asked later: what is measured is an office that has been
 * at work, whose pages are in memory as far as they fit.
 */
export async function warmUp(clients: readonly ApiClient[], akten: number): Promise<void> {
  const pathOf = questionnaire(akten, 23);
  await Promise.all(
    clients.map(async (client, user) => {
      for (let round = 0; round < WARMING_ROUNDS; round++) {
        for (const kind of KINDS) await client.get(pathOf(kind, user * WARMING_ROUNDS + round));
      }
    }),
  );
}

/** Addresses by kind; the same seed asks the same. */
function questionnaire(akten: number, seed: number): (kind: Kind, number: number) => string {
  const random = seededRandom(seed);
  const asked = questions(USERS * ROUNDS, random, seededTitles());
  const vorgang = vorgangOf(akten, random);
  const position = () => idOf('einheit', 1 + Math.floor(random() * 1_000));
  return (kind, number) => {
    switch (kind) {
      case 'inbox':
        return '/api/aufgaben?list=gruppe';
      case 'vorgang':
        return `/api/vorgaenge/${vorgang()}`;
      case 'positions':
        return '/api/aktenplan/einheiten';
      case 'akten':
        return `/api/aktenplan/einheiten/${position()}/akten`;
      case 'search':
        return `/api/search?q=${encodeURIComponent(asked[number % asked.length] ?? '')}`;
    }
  };
}

function vorgangOf(akten: number, random: () => number): () => string {
  return () => idOf('vorgang', 1 + Math.floor(random() * akten * 1.5));
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
