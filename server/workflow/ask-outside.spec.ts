import { createOutbox } from '../platform/jobs/outbox.js';
import { newId } from '../platform/ids.js';
import { answerHandler, answerLater, outsideJob, type OutsideAnswer } from './ask-outside.js';
import { bpmn, chain, task } from './embedded/bpmn.testing.js';
import { openEngineBench, type EngineBench } from './embedded/engine.testing.js';
import type { JobWorkers } from './process-engine.js';
import { jobIsOpen } from './workflow.queries.js';

/** What the world outside was told, and what it says next. */
const told: string[] = [];
let next: () => Promise<OutsideAnswer>;
let afterTelling: () => void;

const workers: JobWorkers = {
  ask: (_tx, job) => Promise.resolve({ outside: { topic: 'test.ask', payload: { frage: job.variables['frage'] } } }),
  stumble: async (tx, job) => {
    await tx.enqueue('test.trace', job.key, {});
    throw new Error('no paper');
  },
};

let engine: EngineBench;
let outbox: ReturnType<typeof createOutbox>;

beforeAll(async () => {
  engine = await openEngineBench(workers);
  const { database, runner, clock } = engine.bench;
  const handlers = {
    ...answerHandler(engine.engine),
    'test.ask': async (tx: Parameters<typeof answerLater>[0], payload: unknown, key: string) => {
      const { job } = payload as { job: unknown };
      const { key: jobKey, onceId } = outsideJob.parse(job);
      if (!(await jobIsOpen(tx, jobKey))) return;
      told.push(onceId);
      const answer = await next();
      await answerLater(tx, key, jobKey, answer);
      afterTelling();
    },
  };
  outbox = createOutbox({ database, runner, clock, handlers, lanes: [Object.keys(handlers)] });
  const catching =
    '<bpmn:boundaryEvent id="refused" attachedToRef="ask"><bpmn:errorEventDefinition errorRef="e" /></bpmn:boundaryEvent>';
  const model = (type: string, more: string, roots = '') =>
    bpmn(
      `<bpmn:startEvent id="start" />${task(type)}<bpmn:endEvent id="end" />${chain('start', type, 'end')}${more}`,
      roots,
    );
  const withId = (xml: string, id: string) => xml.replace('id="process"', `id="${id}"`);
  await engine.inTransaction(async (tx) => {
    await engine.engine.deploy(tx, { xml: withId(model('stumble', ''), 'stumbling') });
    await engine.engine.deploy(tx, { xml: withId(model('ask', ''), 'asking') });
    const caught = `${catching}<bpmn:endEvent id="declined" /><bpmn:sequenceFlow id="f" sourceRef="refused" targetRef="declined" />`;
    const error = '<bpmn:error id="e" errorCode="no" />';
    await engine.engine.deploy(tx, { xml: withId(model('ask', caught, error), 'catching') });
  });
});
beforeEach(() => {
  told.length = 0;
  next = () => Promise.resolve({ variables: { antwort: 42 } });
  afterTelling = () => undefined;
});
afterAll(() => engine.bench.close());

async function start(processId: string): Promise<string> {
  const started = await engine.inTransaction((tx) =>
    engine.engine.start(tx, { processId, businessKey: newId(), variables: { frage: 'wie viel?' } }),
  );
  if (!('instanceKey' in started)) throw new Error(started.code);
  return started.instanceKey;
}

async function settle(): Promise<void> {
  while ((await engine.loops.drain()) + (await outbox.drain()) > 0);
}

const rows = <Row extends object>(sql: string, key: string) => engine.inTransaction((tx) => tx.query<Row>(sql, [key]));
const statusOf = async (key: string) =>
  (await rows<{ status: string }>(`SELECT status FROM engine.instance WHERE key = $1`, key))[0]?.status;
const incidentsOf = (key: string) =>
  rows<{ key: string; message: { en: string } }>(
    `SELECT key, message FROM engine.incident WHERE instance_key = $1`,
    key,
  );

describe('a worker', () => {
  it('that throws after it has written leaves nothing of what it wrote', async () => {
    const instanceKey = await start('stumbling');
    await engine.loops.drain();
    expect(await rows(`SELECT 1 FROM outbox WHERE topic = $1`, 'test.trace')).toEqual([]);
    // Its next try would be work for whichever test runs after this one.
    await engine.inTransaction((tx) => engine.engine.cancel(tx, { instanceKey }));
  });
});

describe('work outside', () => {
  it('is not done for a step that was taken back meanwhile', async () => {
    const instanceKey = await start('asking');
    await engine.loops.drain();
    await engine.inTransaction((tx) => engine.engine.cancel(tx, { instanceKey }));
    await settle();
    expect(told).toEqual([]);
  });

  it('whose answer comes after the end of its step changes nothing', async () => {
    const instanceKey = await start('asking');
    await engine.loops.drain();
    next = async () => {
      await engine.inTransaction((tx) => engine.engine.cancel(tx, { instanceKey }));
      return { variables: { antwort: 1 } };
    };
    await settle();
    expect(told).toHaveLength(1);
    expect(await statusOf(instanceKey)).toBe('terminated');
  });

  it('that fails for good stops the step; resolving it asks again under the same key', async () => {
    const instanceKey = await start('asking');
    next = () => Promise.resolve({ failure: 'mailbox unknown' });
    await settle();
    const [incident] = await incidentsOf(instanceKey);
    expect(incident?.message.en).toContain('mailbox unknown');
    next = () => Promise.resolve({ variables: {} });
    await engine.inTransaction((tx) => engine.engine.resolveIncident(tx, { incidentKey: incident?.key ?? '' }));
    await settle();
    expect(await statusOf(instanceKey)).toBe('completed');
    expect(new Set(told).size).toBe(1);
    expect(told).toHaveLength(2);
  });

  it('stops with the answer of the other side where nobody catches its no', async () => {
    const instanceKey = await start('asking');
    next = () => Promise.resolve({ bpmnError: { code: 'no', message: 'mailbox full since Monday' } });
    await settle();
    const [incident] = await incidentsOf(instanceKey);
    expect(incident?.message.en).toContain('mailbox full since Monday');
  });

  it('takes the way of a BPMN error where the other side says no', async () => {
    const instanceKey = await start('catching');
    next = () => Promise.resolve({ bpmnError: { code: 'no', message: 'not today' } });
    await settle();
    const events = await rows<{ id: string }>(
      `SELECT element_id AS id FROM engine.event WHERE instance_key = $1`,
      instanceKey,
    );
    expect(events.map(({ id }) => id)).toContain('declined');
    expect(await statusOf(instanceKey)).toBe('completed');
  });

  it('is repeated under the same key when it breaks off, and the process goes on once', async () => {
    const instanceKey = await start('asking');
    let breaks = 2;
    afterTelling = () => {
      breaks -= 1;
      if (breaks >= 0) throw new Error('the line broke after the answer');
    };
    for (let round = 0; round < 4; round++) {
      await settle();
      engine.bench.clock.advance(60_000);
    }
    expect(told).toHaveLength(3);
    expect(new Set(told).size).toBe(1);
    expect(await statusOf(instanceKey)).toBe('completed');
    expect(await rows(`SELECT 1 FROM outbox WHERE topic = $1 AND done_at IS NULL`, 'test.ask')).toEqual([]);
  });

  it('lets its job wait: no loop takes it meanwhile, and no time makes it due', async () => {
    const instanceKey = await start('asking');
    await engine.loops.drain();
    engine.bench.clock.advance(400 * 86_400_000);
    expect(await engine.loops.drain()).toBe(0);
    await settle();
    expect(told).toHaveLength(1);
    expect(await statusOf(instanceKey)).toBe('completed');
  });
});
