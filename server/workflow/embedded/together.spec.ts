import { isRejection } from '../../contract/rejections.js';
import { newId } from '../../platform/ids.js';
import type { JobWorker } from '../process-engine.js';
import { openEngineBench, type EngineBench } from './engine.testing.js';
import { bpmn, chain, flow, task } from './world.testing.js';

let engineBench: EngineBench;
/** What the worker does with the job of a Vorgang. */
let work: JobWorker;
const done = () => Promise.resolve({ variables: {} });

const ASK = `<bpmn:userTask id="ask" name="Ask" />`;
const single = bpmn(
  `<bpmn:startEvent id="start" />${task('middle')}${ASK}<bpmn:endEvent id="end" />${chain('start', 'middle', 'ask', 'end')}`,
).replace('id="process"', 'id="single"');
const both = bpmn(
  `<bpmn:startEvent id="start" /><bpmn:parallelGateway id="fork" />${task('middle')}${task('side').replace('type="side"', 'type="middle"')}
   <bpmn:parallelGateway id="join" />${ASK}<bpmn:endEvent id="end" />
   ${chain('start', 'fork', 'middle', 'join', 'ask', 'end')}${flow('fork', 'side')}${flow('side', 'join')}`,
).replace('id="process"', 'id="both"');

beforeAll(async () => {
  engineBench = await openEngineBench({ middle: (tx, job) => work(tx, job) });
  for (const xml of [single, both]) {
    const deployed = await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml }));
    expect(isRejection(deployed)).toBe(false);
  }
});
beforeEach(() => void (work = done));
afterAll(() => engineBench.bench.close());

/** Starts instances that wait for the worker; returns what they call themselves. */
async function start(processId: string, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, () => newId());
  for (const vorgangId of names) {
    await engineBench.inTransaction((tx) =>
      engineBench.engine.start(tx, { processId, businessKey: vorgangId, variables: { vorgangId } }),
    );
  }
  return names;
}

/** Instances that have come past the worker. */
const past = (names: readonly string[]) => names.filter((name) => engineBench.tasksOf(name).length > 0);

/** Transactions in which the history says that the worker's task was left. */
async function transactions(names: readonly string[]): Promise<number> {
  const [row] = await engineBench.inTransaction((tx) =>
    tx.query<{ count: number }>(
      `SELECT count(DISTINCT e.xmin::text)::int AS count FROM engine.event e
         JOIN engine.instance i ON i.key = e.instance_key
        WHERE i.business_key = ANY($1) AND e.element_id = 'middle' AND e.kind = 'completed'`,
      [names],
    ),
  );
  return row?.count ?? 0;
}

describe('service tasks that are done together', () => {
  it('leave out the one that fails: it alone loses a retry, and nothing stays of what it wrote', async () => {
    const names = await start('single', 20);
    const failing = names[9];
    work = async (tx, { variables }) => {
      await tx.enqueue('trace', String(variables['vorgangId']), {});
      if (variables['vorgangId'] === failing) throw new Error('no paper');
      return { variables: {} };
    };
    await engineBench.loops.drain();
    expect(past(names)).toEqual(names.filter((name) => name !== failing));
    const rows = await engineBench.inTransaction((tx) =>
      tx.query<{ key: string }>(`SELECT key FROM outbox WHERE key = ANY($1)`, [names]),
    );
    expect(rows.map(({ key }) => key).sort()).toEqual(past(names).sort());
    const jobs = await engineBench.inTransaction((tx) =>
      tx.query<{ retries: number }>(`SELECT retries FROM engine.job WHERE kind = 'service' AND retries > 0`),
    );
    expect(jobs).toEqual([{ retries: 2 }]);
    work = done;
    engineBench.bench.clock.advance(60_000);
    await engineBench.loops.drain();
    expect(past(names)).toEqual(names);
  });

  it('take one of each instance, so that the second knows what the first has changed', async () => {
    const names = await start('both', 5);
    await engineBench.loops.drain();
    expect(past(names)).toEqual(names);
    expect(await engineBench.rows('incident')).toBe(0);
  });

  it('are committed before others go on where one is slow', async () => {
    const names = await start('single', 8);
    await engineBench.loops.drain();
    const slow = await start('single', 8);
    work = () => {
      for (const began = performance.now(); performance.now() - began < 120;);
      return done();
    };
    await engineBench.loops.drain();
    expect(past([...names, ...slow])).toEqual([...names, ...slow]);
    expect(await transactions(slow)).toBe(8);
  });

  it('share transactions, the more the longer nothing goes wrong', async () => {
    const names = await start('single', 40);
    await engineBench.loops.drain();
    expect(past(names)).toEqual(names);
    expect(await transactions(names)).toBeLessThanOrEqual(8);
  });
});
