import { openActBench, type ActBench } from '../../../test/support/act-bench.js';
import { newId } from '../ids.js';
import { createEmbeddedEngine } from '../../workflow/embedded/index.js';
import { sweepRows } from './sweep-rows.js';

const DAY = 86_400_000;
let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const nothing = () => Promise.resolve();
const engine = createEmbeddedEngine({
  projector: { taskCreated: nothing, taskGone: nothing, instanceEnded: nothing, incidentRaised: nothing },
  workers: {},
  onWork: () => undefined,
});

const sweep = () => sweepRows({ ...bench, sweepEngine: (tx) => engine.sweep(tx) });
const keys = async (table: string, column: string) =>
  (await bench.sql<{ key: string }>(`SELECT ${column} AS key FROM ${table}`)).map(({ key }) => key).sort();

describe('sweepRows', () => {
  it('keeps follow-ups that are not done, however old, and done ones of the last thirty days', async () => {
    const at = (days: number) => new Date(bench.clock.now().getTime() - days * DAY);
    const add = (key: string, next: Date, done: Date | null) =>
      bench.sql(
        `INSERT INTO outbox (mandant_id, topic, key, payload, next_at, done_at) VALUES ($1, 't', $2, '{}', $3, $4)`,
        [bench.mandantId, key, next, done],
      );
    await add('never done', at(400), null);
    await add('done lately', at(29), at(29));
    await add('done long ago', at(31), at(31));
    await sweep();
    expect(await keys('outbox', 'key')).toEqual(['done lately', 'never done']);
  });

  it('forgets an idempotency key after thirty days, and none before', async () => {
    const add = (key: string, days: number) =>
      bench.sql(`INSERT INTO act_result VALUES ($1, $2, $3, 'demo.moveClock', '{}', $4)`, [
        bench.mandantId,
        bench.personId('kim.okafor'),
        key,
        new Date(bench.clock.now().getTime() - days * DAY),
      ]);
    await add('new', 29);
    await add('old', 31);
    await sweep();
    expect(await keys('act_result', 'idempotency_key')).toEqual(['new']);
  });

  it('removes messages whose time is over, and no other', async () => {
    for (const [name, ttlMs] of [
      ['short', 1_000],
      ['long', 10_000],
    ] as const) {
      await bench.runner.transaction(bench.system, (tx) =>
        engine
          .publish(tx, { name, correlationKey: newId(), messageId: newId(), ttlMs, variables: {} })
          .then((outcome) => ({ outcome })),
      );
    }
    bench.clock.advance(5_000);
    await sweep();
    expect(await keys('engine.message', 'name')).toEqual(['long']);
  });
});
