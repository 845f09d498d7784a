import { setTimeout as delay } from 'node:timers/promises';
import type { AufgabenFirstPage } from '../../server/contract/aufgaben-views.js';
import { isRejection } from '../../server/contract/rejections.js';
import type { AufgabeRow } from '../../server/contract/views.js';
import { eventually, signIn, type ApiClient } from '../support/api-client.js';
import { startServerProcess, temporaryDataFolder } from '../support/server-process.js';
import { percentile, rounded, type Figure } from './figure.js';
import { akteForBench, file, letter } from './intake.bench.js';

const COMPLETIONS = 40;
const PER_SECOND = 2;
/** Twenty desks: those who lose an Aufgabe, and those who get its successor. */
const PEOPLE = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'] as const;
const DESKS = 20;
/** ux.md: what is done is gone, and what follows is there, within a second. */
const BUDGET_MILLISECONDS = 1_000;
/** As the page does: several events are one reading. */
const THROTTLE_MILLISECONDS = 200;

/** A desk: its list, read again when the event stream says so, and when each Vorgang came or went. */
interface Desk {
  readonly client: ApiClient;
  readonly seen: Map<string, number>;
  close(): void;
}

/**
 * Milliseconds from sending "complete" until every one of 20 open inboxes shows it: gone from the desks of whoever had it, its
 * successor on the desks of whoever gets it; with the event stream, the 200 ms in which the page gathers events, and the
 * reading of the list.
 */
export async function benchFreshness(): Promise<Figure> {
  const folder = await temporaryDataFolder();
  const server = await startServerProcess(folder.path);
  try {
    const poststelle = await signIn(server.url, 'ines.vogt');
    const rows = await arranged(poststelle, await signIn(server.url, 'jana.petersen'));
    // One sign-in each, and several desks: 20 at once would be refused as guessing.
    const clients = await Promise.all(PEOPLE.map((login) => signIn(server.url, login)));
    const desks = await Promise.all(
      Array.from({ length: DESKS }, (_, index) => openDesk(clients[index % clients.length] ?? poststelle)),
    );
    const took = await complete(desks, rows);
    desks.forEach((desk) => desk.close());
    return {
      id: 'workplace.freshness-p95-ms',
      value: rounded(percentile(took, 0.95)),
      unit: `ms from the request to the last of ${DESKS} open inboxes, at ${PER_SECOND} completions/s (p50 ${rounded(percentile(took, 0.5))}, most ${rounded(Math.max(...took))})`,
      ratio: rounded(percentile(took, 0.95) / BUDGET_MILLISECONDS),
      against: `the budget of ${BUDGET_MILLISECONDS} ms`,
      n: took.length,
    };
  } finally {
    await server.stop();
    await folder.remove();
  }
}

async function arranged(poststelle: ApiClient, sachbearbeitung: ApiClient): Promise<AufgabeRow[]> {
  const akteId = await akteForBench(poststelle);
  for (let index = 0; index < COMPLETIONS; index++) {
    await file(poststelle, akteId, { name: `f-${index}.eml`, bytes: letter(`F-${index}`, 900_000) });
  }
  return eventually(async () => {
    const list = (await listOf(sachbearbeitung)).filter(({ betragCent }) => betragCent === 900_000);
    return list.length >= COMPLETIONS && list;
  }, 'all Aufgaben are there');
}

async function listOf(client: ApiClient): Promise<AufgabeRow[]> {
  return (await client.get<AufgabenFirstPage>('/api/aufgaben?list=meine')).items;
}

async function openDesk(client: ApiClient): Promise<Desk> {
  const response = await client.request('GET', '/api/live');
  const reader = response.body?.getReader();
  if (!reader) throw new Error('there is no event stream');
  await reader.read(); // the greeting
  const seen = new Map<string, number>();
  let [state, before]: ['open' | 'closed', ReadonlySet<string>] = [
    'open',
    new Set((await listOf(client)).map(({ aktenzeichen }) => aktenzeichen)),
  ];
  const look = async (): Promise<void> => {
    const now = new Set((await listOf(client)).map(({ aktenzeichen }) => aktenzeichen));
    const at = performance.now();
    for (const changed of [...now, ...before].filter((one) => now.has(one) !== before.has(one))) seen.set(changed, at);
    before = now;
  };
  let gathering: 'idle' | 'gathering' = 'idle';
  let looking = Promise.resolve();
  const gather = async (): Promise<void> => {
    gathering = 'gathering';
    await delay(THROTTLE_MILLISECONDS);
    gathering = 'idle';
    looking = looking.then(() => (state === 'open' ? look() : undefined));
    await looking;
  };
  void (async () => {
    for (;;) {
      const { done } = await reader.read();
      if (done) return;
      if (gathering === 'idle') void gather();
    }
  })();
  return {
    client,
    seen,
    close: () => {
      state = 'closed';
      void reader.cancel();
    },
  };
}

/** Completes at a steady rate; each took until the last desk has seen it. */
async function complete(desks: readonly Desk[], rows: readonly AufgabeRow[]): Promise<number[]> {
  const [first] = desks;
  if (!first) throw new Error('there is no desk');
  const sent = new Map<string, number>();
  for (const { id, version, aktenzeichen } of rows) {
    sent.set(aktenzeichen, performance.now());
    const input = { aufgabeId: id, version, data: { entscheidung: 'richtig' } };
    const answer = await first.client.act('aufgabe.completeAufgabe', input);
    if (isRejection(answer)) throw new Error(answer.message.en);
    await delay(1_000 / PER_SECOND);
  }
  return Promise.all(
    [...sent].map(([aktenzeichen, at]) =>
      eventually(() => {
        const last = desks.map(({ seen }) => seen.get(aktenzeichen) ?? Number.NaN);
        const took = Math.max(...last) - at;
        return Promise.resolve(Number.isNaN(took) ? null : took);
      }, `${aktenzeichen} at every desk`),
    ),
  );
}
