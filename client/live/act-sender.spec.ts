import { TestBed } from '@angular/core/testing';
import type { SessionView } from '../../server/contract/views.js';
import { ActSender } from './act-sender.js';
import { LiveStream } from './live-stream.js';
import { isRefusal } from './refusal.js';
import { Session } from './session.js';

type Network = 'here' | 'away' | 'loses the answer';
interface Sent {
  readonly act: string;
  readonly key: string;
}

const person = (id: string) => ({ person: { id, permissions: [] } }) as unknown as SessionView;

/** A server that remembers keys as ours does, behind a network that can go away. */
function office() {
  const sent: Sent[] = [];
  const done = new Map<string, string>();
  const line = { network: 'here' as Network };
  globalThis.fetch = (async (url: string, { headers }: { headers: Record<string, string> }) => {
    const act = url.split('/').at(-1)!;
    const key = headers['idempotency-key'] ?? '';
    if (line.network === 'away') throw new TypeError('Failed to fetch');
    sent.push({ act, key });
    done.set(key, done.get(key) ?? act);
    if (line.network === 'loses the answer') throw new TypeError('Failed to fetch');
    return { ok: true, status: 200, text: async () => '{"version":2}' };
  }) as unknown as typeof fetch;
  globalThis.EventSource ??= class extends EventTarget {
    close() {}
  } as unknown as typeof EventSource;
  TestBed.inject(Session).view.set(person('jana'));
  TestBed.tick();
  return { sent, done, line, sender: TestBed.inject(ActSender) };
}

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

describe('ActSender', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('does not keep a final act for later, and says so', async () => {
    const { sender, line, sent } = office();
    line.network = 'away';
    const answer = sender.send('aufgabe.completeAufgabe', { id: 'a' }, 'final');
    await pass(10_000);
    expect(await answer).toMatchObject({ code: 'client.notKept' });
    line.network = 'here';
    await pass(60_000);
    expect([sent, sender.waiting(), sender.held()]).toEqual([[], 0, 0]);
  });

  it('refuses a final act at once while others wait for the line', async () => {
    const { sender, line } = office();
    line.network = 'away';
    void sender.send('aufgabe.claimAufgabe', { id: 'a' }, 'waits');
    await pass(10_000);
    expect(await sender.send('zeichnung.signDokument', { id: 'a' }, 'final')).toMatchObject({ code: 'client.notKept' });
  });

  it('lets a final act not wait for one that the line holds up', async () => {
    const { sender, line } = office();
    line.network = 'away';
    const claim = sender.send('aufgabe.claimAufgabe', { id: 'a' }, 'waits');
    const before = sender.whileConnected(claim);
    await pass(10_000);
    expect(await before).toMatchObject({ code: 'client.notKept' });
    line.network = 'here';
    expect(await sender.whileConnected(claim)).toMatchObject({ code: 'client.notKept' });
    await pass(10_000);
    expect(await sender.whileConnected(claim)).toEqual({ version: 2 });
  });

  it('sends nothing in the name of somebody who has left', async () => {
    const { sender, line, sent } = office();
    line.network = 'away';
    const answer = sender.send('aufgabe.claimAufgabe', { id: 'a' }, 'waits');
    await pass(10_000);
    const session = TestBed.inject(Session);
    session.view.set(null);
    session.view.set(person('deniz'));
    TestBed.tick();
    line.network = 'here';
    await pass(10_000);
    expect(await answer).toMatchObject({ code: 'client.notSent' });
    expect([sent, sender.held()]).toEqual([[], 0]);
  });

  it('does not hold what a part of the server refuses for now: the line is whole', async () => {
    const { sender } = office();
    const body = JSON.stringify({ kind: 'rejection', code: 'akte.pdfWorkerAway', status: 503 });
    globalThis.fetch = (async () => ({ ok: false, status: 503, text: async () => body })) as unknown as typeof fetch;
    const answer = sender.send('akte.orderPdf', {}, 'waits');
    await pass(10_000);
    expect(await answer).toMatchObject({ code: 'akte.pdfWorkerAway' });
  });

  it('does a final act once that had arrived without an answer and is asked for again', async () => {
    const { sender, line, done } = office();
    line.network = 'loses the answer';
    const first = sender.send('zeichnung.signDokument', { id: 'a', password: 'x' }, 'final');
    await pass(10_000);
    expect(isRefusal(await first)).toBe(true);
    line.network = 'here';
    expect(await sender.send('zeichnung.signDokument', { password: 'y', id: 'a' }, 'final')).toEqual({ version: 2 });
    expect([...done.values()]).toEqual(['zeichnung.signDokument']);
  });

  it('takes another key for another input, and after an answer', async () => {
    const { sender, line, done } = office();
    line.network = 'loses the answer';
    const first = sender.send('aufgabe.completeAufgabe', { data: 'a' }, 'final');
    await pass(10_000);
    await first;
    line.network = 'here';
    await sender.send('aufgabe.completeAufgabe', { data: 'b' }, 'final');
    await sender.send('aufgabe.completeAufgabe', { data: 'b' }, 'final');
    expect(done.size).toBe(3);
  });

  it('after an offline half minute sends what waits in its order, each once', async () => {
    const { sender, line, done, sent } = office();
    line.network = 'loses the answer';
    const first = sender.send('aufgabe.claimAufgabe', { id: 'a' }, 'waits');
    await pass(10);
    line.network = 'away';
    const others = ['b', 'c'].map((id) => sender.send(`aufgabe.release${id}`, { id }, 'waits'));
    await pass(30_000);
    expect([sender.held(), sender.waiting()]).toEqual([3, 3]);
    line.network = 'here';
    await pass(5_000);
    expect(await Promise.all([first, ...others])).toEqual([{ version: 2 }, { version: 2 }, { version: 2 }]);
    expect([...done.values()]).toEqual(['aufgabe.claimAufgabe', 'aufgabe.releaseb', 'aufgabe.releasec']);
    expect(sent).toHaveLength(4);
    expect([sender.held(), sender.waiting()]).toEqual([0, 0]);
  });

  it('goes on at once when the stream of events or the machine says that the line is back', async () => {
    const { sender, line } = office();
    for (const back of ['stream', 'machine']) {
      line.network = 'away';
      TestBed.inject(LiveStream).connection.set({ state: 'offline', since: new Date() });
      TestBed.tick();
      const answer = sender.send('aufgabe.claimAufgabe', { back }, 'waits');
      await pass(7_000);
      line.network = 'here';
      if (back === 'machine') dispatchEvent(new Event('online'));
      else TestBed.inject(LiveStream).connection.set({ state: 'connected' });
      TestBed.tick();
      await pass(0);
      expect(await answer).toEqual({ version: 2 });
    }
  });

  it('asks before the page is left while something waits', async () => {
    const listening = jest.spyOn(globalThis, 'addEventListener');
    const { sender, line } = office();
    const [, asks] = listening.mock.calls.find(([type]) => type === 'beforeunload') as [string, (event: Event) => void];
    listening.mockRestore();
    const left = () => {
      const event = new Event('beforeunload', { cancelable: true });
      asks(event);
      return event.defaultPrevented ? 'asked' : 'left';
    };
    expect(left()).toBe('left');
    line.network = 'away';
    void sender.send('aufgabe.claimAufgabe', { id: 'a' }, 'waits');
    await pass(10_000);
    expect(left()).toBe('asked');
  });
});
