import { TestBed } from '@angular/core/testing';
import { Acts } from './acts.js';
import { Done } from './done.js';
import { isRefusal, type Refusal } from './refusal.js';

type Reply = { status: number; body: unknown } | 'unreachable';

/** The network, as fetch shows it: replies in order, and what was sent. */
function network(...replies: Reply[]) {
  const sent: { url: string; key: string; body: string }[] = [];
  globalThis.fetch = (async (url: string, init: { headers: Record<string, string>; body: string }) => {
    sent.push({ url, key: init.headers['idempotency-key'] ?? '', body: init.body });
    const reply = replies[sent.length - 1] ?? 'unreachable';
    if (reply === 'unreachable') throw new TypeError('Failed to fetch');
    return { ok: reply.status < 400, status: reply.status, text: async () => JSON.stringify(reply.body) };
  }) as unknown as typeof fetch;
  return sent;
}

const refused = (status: number) => ({
  status,
  body: { kind: 'rejection', code: 'x', status, message: { de: '', en: '' }, remedy: { de: '', en: '' }, reasons: [] },
});
const input = { aufgabeId: 'a', version: 1 };

describe('Acts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function claim() {
    const answer = TestBed.inject(Acts).run('aufgabe.claimAufgabe', input, 'Rechnung');
    await jest.advanceTimersByTimeAsync(10_000);
    return answer;
  }

  it('does not repeat what the server refused, and records nothing', async () => {
    const sent = network(refused(409));
    expect(isRefusal(await claim())).toBe(true);
    expect(sent).toHaveLength(1);
    expect(TestBed.inject(Done).acts()).toEqual([]);
  });

  it('gives a final act up with a sentence when the server stays out of reach', async () => {
    const sent = network();
    const answer = TestBed.inject(Acts).run('akte.closeZdA', { vorgangId: 'v', version: 1 }, 'Vorgang');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(isRefusal(await answer) && ((await answer) as Refusal).code).toBe('client.notKept');
    expect(sent).toHaveLength(4);
  });

  it('says so when something else than the server answers', async () => {
    network({ status: 200, body: 'Anmeldeseite des Proxys' }, { status: 500, body: '<html>' });
    await claim();
    const answer = await TestBed.inject(Acts).run('aufgabe.claimAufgabe', input, 'Rechnung');
    expect(isRefusal(answer) && answer.code).toBe('client.unexpectedAnswer');
  });

  it('repeats over a broken line under the same key, so that nothing is done twice', async () => {
    const sent = network('unreachable', refused(503), { status: 200, body: { version: 2 } });
    expect(await claim()).toEqual({ version: 2 });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect(sent[0]!.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('uses another key for another act', async () => {
    const sent = network({ status: 200, body: { version: 2 } }, { status: 200, body: { version: 3 } });
    await claim();
    await claim();
    expect(sent[0]!.key).not.toBe(sent[1]!.key);
  });

  it('does an act once that is asked for twice before its answer is there', async () => {
    const sent = network({ status: 200, body: { version: 2 } });
    const acts = TestBed.inject(Acts);
    const twice = [1, 2].map(() => acts.run('aufgabe.claimAufgabe', input, 'Rechnung'));
    expect(await Promise.all(twice)).toEqual([{ version: 2 }, { version: 2 }]);
    expect([sent.length, TestBed.inject(Done).acts().length]).toEqual([1, 1]);
  });

  it('keeps the act in „Zuletzt getan“ with its way back', async () => {
    network({ status: 200, body: { version: 2 } });
    await claim();
    const [done] = TestBed.inject(Done).acts();
    expect(done!.undo).toEqual({ name: 'aufgabe.releaseAufgabe', input: { aufgabeId: 'a', version: 2 } });
  });
});
