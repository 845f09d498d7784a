import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRejection } from '../../server/contract/rejections.js';
import type { EingangRow, HealthView } from '../../server/contract/views.js';
import type { ApiClient } from '../support/api-client.js';
import { done } from '../support/closed-vorgang.js';
import { openBuiltServer, type BuiltServer } from '../support/built-server.js';
import type { Mutation } from './mutations/mutation.js';
import { mutations } from './mutations/mutations.js';
import { demoOriginals } from './mutations/originals.js';

const SEED = 2026;
const COUNT = 200;
const AT_ONCE = 4;
const STATES = ['geprueft', 'klaerung', 'quarantaene'];

let server: BuiltServer;
let mailRoom: ApiClient;
let letters: readonly Mutation[];
beforeAll(async () => {
  // First the letters: while they are made nothing else runs here, and a kept connection would have been given up.
  letters = mutations(await demoOriginals(), SEED, COUNT);
  server = await openBuiltServer();
  mailRoom = await server.as('ines.vogt');
}, 60_000);
afterAll(() => server.close());

describe('200 spoilt letters, sent to the server', () => {
  it('each become an Eingang, a Klärung or a quarantine with a reason, or are refused in a sentence', async () => {
    const sent: Answer[] = [];
    for (let at = 0; at < letters.length; at += AT_ONCE) {
      sent.push(...(await Promise.all(letters.slice(at, at + AT_ONCE).map(send))));
    }
    expect(sent).toHaveLength(COUNT);
    const desk = await examinedDesk();
    for (const { what, eingangId, refusal } of sent) {
      const row = eingangId === null ? null : (desk.get(eingangId) ?? null);
      expect({ what, answered: row ? describedBy(row) : refusal }).toEqual({ what, answered: 'in order' });
    }
    // Most of them arrive: a server that refused everything would be safe and useless.
    expect(sent.filter(({ eingangId }) => eingangId !== null).length).toBeGreaterThan(COUNT * 0.9);
    // Afterwards the server is well, has met no bug and keeps no scratch files.
    const health = (await (await fetch(`${server.url}/api/health`)).json()) as HealthView;
    expect(health.parts.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(server.output()).not.toMatch(/unexpected error|follow-up failed|\n\s+at /);
    expect(await scratchFiles()).toEqual([]);
  }, 300_000);
});

describe('a hostile name of a file', () => {
  it.each([
    '../../etc/passwd',
    '..\\..\\boot.ini',
    '/etc/passwd',
    'C:\\a.pdf',
    'a\0b.pdf',
    '.',
    '..',
    ' ',
    'CON',
    '\u202Efdp.exe',
    'x'.repeat(400),
  ])('becomes a harmless one: %j', async (name) => {
    const { eingangId } = done(await mailRoom.upload(name, Buffer.from(`Guten Tag ${name}`)));
    const { fileName } = await mailRoom.get<EingangRow>(`/api/posteingang/${eingangId}`);
    expect(fileName).toMatch(/^(?!\.{1,2}$)[^/\\\p{Cc}\p{Cf}]{1,255}$/u);
  });
});

interface Answer {
  readonly what: string;
  readonly eingangId: string | null;
  /** `in order` for a refusal with a sentence; else what came instead. */
  readonly refusal: string;
}

async function send({ what, fileName, open }: Mutation): Promise<Answer> {
  const answer = await mailRoom.upload(fileName, open());
  if (!isRejection(answer)) return { what, eingangId: answer.eingangId, refusal: '' };
  const { status, message } = answer;
  const clear = status >= 400 && status < 500 && isSentence(message.de);
  return { what, eingangId: null, refusal: clear ? 'in order' : `${status} ${message.de}` };
}

/** Waits until nothing is waiting for its examination; fails with what still does. */
async function examinedDesk(): Promise<Map<string, EingangRow>> {
  for (const deadline = Date.now() + 240_000; ; await delay(250)) {
    const { items } = await mailRoom.get<{ items: EingangRow[] }>('/api/posteingang');
    const waiting = items.filter(({ state }) => state === 'empfangen');
    if (waiting.length === 0) return new Map(items.map((row) => [row.id, row]));
    if (Date.now() > deadline) throw new Error(`not examined: ${waiting.map(({ fileName }) => fileName).join(', ')}`);
  }
}

/** What is wrong with the row of a spoilt letter, or `in order`. */
function describedBy({ state, note }: EingangRow): string {
  if (!STATES.includes(state)) return `state ${state}`;
  return state === 'geprueft' || isSentence(note?.de ?? '') ? 'in order' : `${state} without a reason: ${note?.de}`;
}

function isSentence(text: string): boolean {
  return /^\p{Lu}.*[.!]$/u.test(text);
}

async function scratchFiles(): Promise<string[]> {
  return readdir(join(server.dataFolder, 'scratch')).catch(() => []);
}
