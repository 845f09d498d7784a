import { newId } from '../../platform/ids.js';
import { createEmbeddedEngine, createEngineLoops } from './index.js';
import { openEngineBench, type EngineBench } from './engine.testing.js';
import { bpmn, chain, task } from './world.testing.js';

const HOUR = 3_600_000;
let engineBench: EngineBench;
/** Vorgaenge for which nothing can be written into the inbox at the moment. */
const unwritable = new Set<unknown>();
const told: unknown[] = [];

const TIMER = `<bpmn:timerEventDefinition id="hour"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const SIGNAL = '<bpmn:signalEventDefinition id="now" signalRef="signal" />';
const START = `<bpmn:startEvent id="start"><bpmn:messageEventDefinition id="begin" messageRef="message" /></bpmn:startEvent>`;
const ASK = `<bpmn:userTask id="ask" name="Ask" />`;

/** Begins with the message `name`, waits or works, then asks somebody. */
function model(name: string, middle: string): string {
  const content = `${START}${middle}${ASK}<bpmn:endEvent id="end" />${chain('start', 'middle', 'ask', 'end')}`;
  const roots = `<bpmn:message id="message" name="${name}" /><bpmn:signal id="signal" name="now" />`;
  return bpmn(content, roots).replace('id="process"', `id="${name}"`);
}

function openEngine() {
  const { database, runner, clock } = engineBench.bench;
  const engine = createEmbeddedEngine({
    projector: {
      taskCreated: async (_tx, { variables }) => {
        if (unwritable.has(variables['vorgangId'])) throw new Error('the inbox cannot take it');
        told.push(variables['vorgangId']);
      },
      taskGone: () => Promise.resolve(),
      instanceEnded: () => Promise.resolve(),
      incidentRaised: () => Promise.reject(new Error('the incident cannot be told')),
    },
    workers: {
      middle: (_tx, { variables }) =>
        unwritable.has(variables['vorgangId'])
          ? Promise.reject(new Error('a broken worker'))
          : Promise.resolve({ variables: {} }),
    },
    onWork: () => undefined,
  });
  return { engine, loops: createEngineLoops({ database, runner, clock, engine }) };
}

async function begin(name: string): Promise<string> {
  const vorgangId = newId();
  await engineBench.publish({ name, correlationKey: vorgangId, variables: { vorgangId } });
  engineBench.bench.clock.advance(1_000);
  return vorgangId;
}

beforeAll(async () => {
  engineBench = await openEngineBench();
  const timers = model('waits', `<bpmn:intermediateCatchEvent id="middle">${TIMER}</bpmn:intermediateCatchEvent>`);
  const signals = model('hears', `<bpmn:intermediateCatchEvent id="middle">${SIGNAL}</bpmn:intermediateCatchEvent>`);
  for (const xml of [timers, signals, model('works', task('middle'))]) {
    const deployed = await engineBench.inTransaction((tx) => engineBench.engine.deploy(tx, { xml }));
    expect(deployed).toMatchObject({ processes: [{ version: 1 }] });
  }
});
afterAll(() => engineBench.bench.close());

describe('work that cannot be done', () => {
  it('does not hold up the timers behind it, and is done once it can be', async () => {
    const { loops } = openEngine();
    const [broken, behind] = [await begin('waits'), await begin('waits')];
    unwritable.add(broken);
    engineBench.bench.clock.advance(HOUR);
    await loops.drain();
    expect([told.includes(broken), told.includes(behind)]).toEqual([false, true]);

    unwritable.delete(broken);
    engineBench.bench.clock.advance(HOUR);
    await loops.drain();
    expect(told.filter((vorgangId) => vorgangId === broken)).toHaveLength(1);
  });

  it('does not keep a signal from those behind it, and is heard once it can be', async () => {
    const { engine, loops } = openEngine();
    const [broken, behind] = [await begin('hears'), await begin('hears')];
    unwritable.add(broken);
    await engineBench.inTransaction((tx) => engine.broadcastSignal(tx, { name: 'now', variables: {} }));
    await loops.drain();
    expect([told.includes(broken), told.includes(behind)]).toEqual([false, true]);

    unwritable.delete(broken);
    engineBench.bench.clock.advance(HOUR);
    await loops.drain();
    expect(told.filter((vorgangId) => vorgangId === broken)).toHaveLength(1);
  });

  it('does not hold up the jobs behind it, even where its incident cannot be told', async () => {
    const { loops } = openEngine();
    const [broken, behind] = [await begin('works'), await begin('works')];
    unwritable.add(broken);
    for (let round = 0; round < 5; round++) {
      await loops.drain();
      engineBench.bench.clock.advance(HOUR);
    }
    const late = await begin('works');
    await loops.drain();
    expect([broken, behind, late].map((vorgangId) => told.includes(vorgangId))).toEqual([false, true, true]);

    unwritable.delete(broken);
    engineBench.bench.clock.advance(HOUR);
    await loops.drain();
    expect(told.filter((vorgangId) => vorgangId === broken)).toHaveLength(1);
  });
});
