import { openWorkbench, type Workbench } from '../../../test/support/workbench.js';
import { reject } from '../../contract/rejections.js';
import { newId } from '../ids.js';
import { createOutbox, type OutboxHandler } from './outbox.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

function outboxFor(topic: string, handler: OutboxHandler) {
  const { database, runner, clock } = bench;
  return createOutbox({ database, runner, clock, handlers: { [topic]: handler }, lanes: [[topic]] });
}

async function enqueue(topic: string, key = newId()): Promise<string> {
  await bench.runner.transaction(bench.system, async (tx) => {
    await tx.enqueue(topic, key, { text: 'payload' });
    return {};
  });
  return key;
}

async function rowOf(key: string) {
  const rows = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ attempts: number; done: boolean; last_error: string | null }>(
      `SELECT attempts, done_at IS NOT NULL AS done, last_error FROM outbox WHERE key = $1`,
      [key],
    ),
  );
  return rows[0];
}

describe('the outbox', () => {
  it('postpones a follow-up whose handler refuses, and keeps the code of the refusal', async () => {
    const key = await enqueue('refused');
    await outboxFor('refused', () => Promise.resolve(reject('platform.stale'))).drain();
    expect(await rowOf(key)).toEqual({ attempts: 1, done: false, last_error: 'platform.stale' });
  });

  it('undoes everything that a failing handler wrote, and says why it failed', async () => {
    const key = await enqueue('failing');
    const trace = newId();
    await outboxFor('failing', async (tx) => {
      await tx.enqueue('trace', trace, {});
      throw new Error('no paper');
    }).drain();
    expect(await rowOf(key)).toMatchObject({ attempts: 1, done: false, last_error: 'Error: no paper' });
    expect(await rowOf(trace)).toBeUndefined();
  });

  it('tries again only after the back-off has passed', async () => {
    const key = await enqueue('flaky');
    let calls = 0;
    const outbox = outboxFor('flaky', () => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    await outbox.drain();
    await outbox.drain();
    expect(calls).toBe(1);
    bench.clock.advance(1_000);
    await outbox.drain();
    expect(await rowOf(key)).toMatchObject({ done: true, last_error: null });
  });

  it('performs a follow-up once, however many loops look for it at the same time', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => enqueue('crowded')));
    const seen: string[] = [];
    const handler: OutboxHandler = (_tx, _payload, key) => {
      seen.push(key);
      return Promise.resolve();
    };
    await Promise.all([1, 2, 3, 4].map(() => outboxFor('crowded', handler).drain()));
    expect(seen.sort()).toEqual(keys.sort());
  });

  it('takes the same key once, so that a repeated act has one effect', async () => {
    const key = await enqueue('once');
    await enqueue('once', key);
    let calls = 0;
    await outboxFor('once', () => {
      calls += 1;
      return Promise.resolve();
    }).drain();
    expect(calls).toBe(1);
  });

  it('hands over the payload and the correlation id of the act that enqueued it', async () => {
    const eingangId = newId();
    await bench.runner.transaction({ ...bench.system, correlationId: eingangId }, async (tx) => {
      await tx.enqueue('carrying', newId(), { dokument: 7 });
      return {};
    });
    const seen: unknown[] = [];
    await outboxFor('carrying', (tx, payload) => {
      seen.push(payload, tx.correlationId);
      return Promise.resolve();
    }).drain();
    expect(seen).toEqual([{ dokument: 7 }, eingangId]);
  });
});
