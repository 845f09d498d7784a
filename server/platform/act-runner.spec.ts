import { z } from 'zod';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';
import { reject } from '../contract/rejections.js';
import { act, systemAct } from './act.js';
import { newId } from './ids.js';
import type { Transaction } from './transaction.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const schema = z.object({ days: z.int() });

async function leaveTrace(tx: Transaction): Promise<string> {
  const objectId = newId();
  tx.protokoll({ objectKind: 'trace', objectId, payload: { text: 'seen' } });
  await tx.enqueue('trace', objectId, {});
  return objectId;
}

async function count(sql: string, parameters: unknown[] = []): Promise<number> {
  const [row] = await bench.database.transaction(bench.mandantId, (queries) =>
    queries.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, parameters),
  );
  return row?.n ?? -1;
}

describe('the act runner', () => {
  it('refuses an act whose permission none of the roles has, and names the permission', async () => {
    const moveClock = act('demo.moveClock', schema, () => Promise.resolve({ now: 'never' }));
    const answer = await bench.runner.perform(bench.as('jana.petersen'), moveClock, { days: 1 }, newId());
    expect(answer).toMatchObject({
      code: 'identity.notPermitted',
      message: { de: expect.stringContaining('demo.moveClock') },
    });
  });

  it('refuses input that does not fit the schema and names the field', async () => {
    const moveClock = act('demo.moveClock', schema, () => Promise.resolve({ now: 'never' }));
    const answer = await bench.runner.perform(bench.as('kim.okafor'), moveClock, { days: 'many' }, newId());
    expect(answer).toMatchObject({ code: 'platform.invalidInput', message: { en: expect.stringContaining('days') } });
  });

  it('refuses an idempotency key that another act has used', async () => {
    const key = newId();
    const moveClock = act('demo.moveClock', schema, () => Promise.resolve({ now: 'first' }));
    const other = Object.assign(
      act('demo.moveClock', schema, () => Promise.resolve({ now: 'other' })),
      {
        act: 'akte.closeZdA' as 'demo.moveClock',
      },
    );
    await bench.runner.perform(bench.as('kim.okafor'), moveClock, { days: 1 }, key);
    const answer = await bench.runner.perform(bench.as('kim.okafor'), other, { days: 1 }, key);
    expect(answer).toMatchObject({ code: 'platform.keyReused' });
  });

  it('leaves nothing behind when the act returns a Rejection: no row, no Protokoll, no follow-up', async () => {
    let objectId = '';
    const refusing = systemAct('akte.openAkte', async (tx, _input: object) => {
      objectId = await leaveTrace(tx);
      return reject('platform.stale');
    });
    expect(await bench.runner.run(bench.system, refusing, {})).toMatchObject({ code: 'platform.stale' });
    expect(await count(`protokoll WHERE object_id = $1`, [objectId])).toBe(0);
    expect(await count(`outbox WHERE key = $1`, [objectId])).toBe(0);
  });

  it('leaves nothing behind when the act throws, and lets the bug through', async () => {
    let objectId = '';
    const broken = systemAct('akte.openAkte', async (tx, _input: object) => {
      objectId = await leaveTrace(tx);
      throw new Error('a bug');
    });
    await expect(bench.runner.run(bench.system, broken, {})).rejects.toThrow('a bug');
    expect(await count(`protokoll WHERE object_id = $1`, [objectId])).toBe(0);
  });

  it('commits the change, its audit row under the name of the act, and its follow-up together', async () => {
    const working = systemAct('akte.openAkte', (tx, _input: object) =>
      leaveTrace(tx).then((objectId) => ({ objectId })),
    );
    const { objectId } = (await bench.runner.run(bench.system, working, {})) as { objectId: string };
    expect(
      await count(`protokoll WHERE object_id = $1 AND action = 'akte.openAkte' AND actor = 'test'`, [objectId]),
    ).toBe(1);
    expect(await count(`outbox WHERE key = $1`, [objectId])).toBe(1);
  });

  it('does an act once when the same request arrives twice, and answers both times the same', async () => {
    const key = newId();
    let times = 0;
    const moveClock = act('demo.moveClock', schema, () => Promise.resolve({ now: `run ${++times}` }));
    const first = await bench.runner.perform(bench.as('kim.okafor'), moveClock, { days: 1 }, key);
    const second = await bench.runner.perform(bench.as('kim.okafor'), moveClock, { days: 1 }, key);
    expect([first, second, times]).toEqual([{ now: 'run 1' }, { now: 'run 1' }, 1]);
  });

  it('does an act once when the same request arrives twenty times at once', async () => {
    const key = newId();
    const objectIds: string[] = [];
    const moveClock = act('demo.moveClock', schema, async (tx) => {
      objectIds.push(await leaveTrace(tx));
      return { now: objectIds.at(-1) ?? '' };
    });
    const requests = Array.from({ length: 20 }, () =>
      bench.runner.perform(bench.as('kim.okafor'), moveClock, { days: 1 }, key),
    );
    const answers = new Set((await Promise.all(requests)).map((answer) => JSON.stringify(answer)));
    expect(answers.size).toBe(1);
    expect(await count(`protokoll WHERE object_id = ANY($1)`, [objectIds])).toBe(1);
  });

  it('answers what the first one did when the same request arrives twice at once and finds everything changed', async () => {
    const key = newId();
    const topic = newId();
    await bench.runner.transaction(bench.system, (tx) => tx.enqueue(topic, key, {}));
    const moveClock = act('demo.moveClock', schema, async (tx) => {
      const changed = await tx.query(`UPDATE outbox SET attempts = 1 WHERE topic = $1 AND attempts = 0 RETURNING id`, [
        topic,
      ]);
      return changed.length === 1 ? { now: 'done' } : reject('platform.stale');
    });
    const twice = [1, 2].map(() => bench.runner.perform(bench.as('kim.okafor'), moveClock, { days: 1 }, key));
    expect(await Promise.all(twice)).toEqual([{ now: 'done' }, { now: 'done' }]);
  });
});
