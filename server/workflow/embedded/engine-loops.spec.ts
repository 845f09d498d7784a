import { reject } from '../../contract/rejections.js';
import { newId } from '../../platform/ids.js';
import type { JobWorker } from '../process-engine.js';
import { openEngineBench, rechnungsfreigabe, rechnungWorkers, type EngineBench } from './engine.testing.js';

const DAY = 86_400_000;
let engineBench: EngineBench;
/** What the worker „rechnung.lesen“ does in the running test. */
let read: JobWorker;
/** Vorgaenge that were reminded of. */
let reminded: unknown[] = [];

beforeAll(async () => {
  const workers = rechnungWorkers(100);
  engineBench = await openEngineBench({
    ...workers,
    'rechnung.lesen': (tx, job) => read(tx, job),
    'aufgabe.erinnern': (_tx, { variables }) => {
      reminded.push(variables['vorgangId']);
      return Promise.resolve({ variables: {} });
    },
  });
  await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml: rechnungsfreigabe }));
});
beforeEach(() => {
  read = readWell;
  reminded = [];
});
afterAll(() => engineBench.bench.close());

const readWell: JobWorker = (tx, job) => rechnungWorkers(100)['rechnung.lesen']!(tx, job);

async function receive(): Promise<string> {
  const vorgangId = newId();
  await engineBench.publish({ name: 'rechnung.eingegangen', correlationKey: vorgangId, variables: { vorgangId } });
  return vorgangId;
}

describe('a job', () => {
  it('costs a retry when its worker throws, and leaves nothing of what it wrote', async () => {
    const trace = newId();
    let calls = 0;
    read = async (tx, job) => {
      calls += 1;
      if (calls > 1) return readWell(tx, job);
      await tx.enqueue('trace', trace, {});
      throw new Error('no paper');
    };
    const vorgangId = await receive();
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual([]);
    engineBench.bench.clock.advance(5_000);
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual(['SachlichePruefung']);
    const traces = await engineBench.inTransaction((tx) => tx.query(`SELECT 1 FROM outbox WHERE key = $1`, [trace]));
    expect(traces).toEqual([]);
  });

  it.each([
    ['refuses', () => Promise.resolve(reject('platform.stale'))],
    [
      'fails in the database',
      (tx: { query(sql: string): Promise<unknown> }) => tx.query('SELECT 1 / 0').then(() => ({ variables: {} })),
    ],
    ['answers with what cannot be kept', () => Promise.resolve({ variables: { text: 'a\0b' } })],
  ])('becomes an incident when its worker %s three times', async (_, worker) => {
    read = worker;
    const before = engineBench.incidents.length;
    const vorgangId = await receive();
    for (let attempt = 0; attempt < 5; attempt++) {
      await engineBench.loops.drain();
      engineBench.bench.clock.advance(60_000);
    }
    expect(engineBench.incidents.slice(before)).toMatchObject([{ elementId: 'RechnungLesen', type: 'JOB_NO_RETRIES' }]);
    expect(engineBench.tasksOf(vorgangId)).toEqual([]);
    await engineBench.publish({ name: 'rechnung.storno', correlationKey: vorgangId });
    await engineBench.loops.drain();
  });

  it('takes the way of its BPMN error through the model', async () => {
    const bpmnError = { code: 'RECHNUNG_UNLESBAR', message: 'no data', variables: { kreditor: 'Vorschlag' } };
    read = () => Promise.resolve({ bpmnError });
    const vorgangId = await receive();
    await engineBench.loops.drain();
    expect(engineBench.taskAt(vorgangId, 'RechnungsdatenErfassen').variables).toMatchObject({ kreditor: 'Vorschlag' });
  });

  it('is done once, however many loops look for it at the same time', async () => {
    const calls: string[] = [];
    read = (tx, job) => {
      calls.push(job.key);
      return readWell(tx, job);
    };
    const vorgaenge = await Promise.all(Array.from({ length: 12 }, receive));
    await Promise.all([1, 2, 3, 4].map(() => engineBench.loops.drain()));
    await engineBench.loops.drain();
    expect(new Set(calls).size).toBe(calls.length);
    expect(vorgaenge.map((vorgangId) => engineBench.tasksOf(vorgangId))).toEqual(
      vorgaenge.map(() => ['SachlichePruefung']),
    );
  });
});

describe('a timer', () => {
  it('reminds once after five days, also when the server slept meanwhile', async () => {
    const vorgangId = await receive();
    await engineBench.loops.drain();
    engineBench.bench.clock.advance(4 * DAY);
    await engineBench.loops.drain();
    expect(reminded).not.toContain(vorgangId);
    engineBench.bench.clock.advance(40 * DAY);
    await engineBench.loops.drain();
    await engineBench.loops.drain();
    expect(reminded.filter((other) => other === vorgangId)).toHaveLength(1);
    expect(await engineBench.rows('timer')).toBe(0);
    expect(engineBench.tasksOf(vorgangId)).toEqual(['SachlichePruefung']);
  });

  it('that ends with its task does not fire', async () => {
    const vorgangId = await receive();
    await engineBench.loops.drain();
    await engineBench.complete(engineBench.taskAt(vorgangId, 'SachlichePruefung').jobKey, {
      entscheidung: 'zurueckweisen',
    });
    engineBench.bench.clock.advance(40 * DAY);
    await engineBench.loops.drain();
    expect(reminded).not.toContain(vorgangId);
  });
});
