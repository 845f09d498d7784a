import { isRejection } from '../../contract/rejections.js';
import { newId } from '../../platform/ids.js';
import { createEmbeddedEngine } from './embedded-engine.js';
import { createEngineLoops } from './engine-loops.js';
import { openEngineBench, type EngineBench } from './engine.testing.js';
import { bpmn, flow } from './world.testing.js';

const HOUR = 3_600_000;
let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench();
});
afterAll(() => engineBench.bench.close());

const timer = (kind: string, value: string) =>
  `<bpmn:timerEventDefinition id="time"><bpmn:time${kind} xsi:type="bpmn:tFormalExpression">${value}</bpmn:time${kind}></bpmn:timerEventDefinition>`;
const model = (name: string, event: string, task: string) =>
  bpmn(
    `<bpmn:startEvent id="start">${event}</bpmn:startEvent><bpmn:userTask id="${task}" name="${name}" />${flow('start', task)}`,
  ).replace('id="process"', `id="${name}"`);

async function deploy(name: string, event: string, task = 'work', engine = engineBench.engine): Promise<unknown> {
  const xml = model(name, event, task);
  const answer = await engineBench.inTransaction(async (tx) => ({ is: await engine.deploy(tx, { xml }) }));
  return answer.is;
}

async function inForce(event: string, task?: string, name = `p${newId()}`): Promise<string> {
  const deployed = await deploy(name, event, task);
  expect(isRejection(deployed)).toBe(false);
  return name;
}

/** Tasks of a process that are open, by element. */
const openOf = (name: string) =>
  [...engineBench.tasks.values()].filter((task) => task.name === name).map(({ elementId }) => elementId);

async function later(hours: number): Promise<void> {
  engineBench.bench.clock.advance(hours * HOUR);
  await Promise.all([engineBench.loops.drain(), engineBench.loops.drain()]);
}

describe('a process that time starts', () => {
  it.each(['=fehlt', '="bald"', '=5'])('is refused where its time is %s, which nobody can read', async (value) => {
    const before = await engineBench.rows('definition');
    expect(await deploy(`p${newId()}`, timer('Duration', value))).toMatchObject({
      code: 'workflow.notDeployable',
      reasons: [{ code: 'workflow.finding' }],
    });
    expect(await engineBench.rows('definition')).toBe(before);
  });

  it('is refused where new processes run on a cluster, to which it would belong without a Mandant', async () => {
    const { projector } = engineBench.engine.parts;
    const elsewhere = createEmbeddedEngine({ projector, workers: {}, onWork: () => undefined, starts: 'elsewhere' });
    const answer = await deploy(`p${newId()}`, timer('Duration', 'PT1H'), 'work', elsewhere);
    expect(answer).toMatchObject({ code: 'workflow.notDeployable' });
  });

  it('does not start before its time, and starts once where several loops look for it', async () => {
    const name = await inForce(timer('Duration', 'PT2H'));
    await later(1);
    expect(openOf(name)).toEqual([]);
    await later(1);
    expect(openOf(name)).toEqual(['work']);
    await later(24);
    expect(openOf(name)).toEqual(['work']);
  });

  it('starts at deployment where its date has passed', async () => {
    const name = await inForce(timer('Date', '2020-01-01T00:00:00Z'));
    await later(0);
    expect(openOf(name)).toEqual(['work']);
  });

  it('starts once after a long sleep, and then as often as its cycle says', async () => {
    const name = await inForce(timer('Cycle', 'R3/PT1H'));
    await later(5);
    expect(openOf(name)).toEqual(['work']);
    await later(1);
    await later(1);
    await later(1);
    expect(openOf(name)).toEqual(['work', 'work', 'work']);
  });

  it('goes on with its cycle after a restart', async () => {
    const name = await inForce(timer('Cycle', 'R/PT1H'));
    await later(1);
    const { database, runner, clock } = engineBench.bench;
    const { projector } = engineBench.engine.parts;
    const restarted = createEmbeddedEngine({ projector, workers: {}, onWork: () => undefined });
    clock.advance(HOUR);
    await createEngineLoops({ database, runner, clock, engine: restarted }).drain();
    expect(openOf(name)).toEqual(['work', 'work']);
  });

  it('keeps its time where the same bytes are deployed again', async () => {
    const name = await inForce(timer('Duration', 'PT2H'));
    await later(1);
    await inForce(timer('Duration', 'PT2H'), 'work', name);
    await later(1);
    expect(openOf(name)).toEqual(['work']);
  });

  it('has the times of its newest version, and no others', async () => {
    const name = await inForce(timer('Duration', 'PT1H'), 'old');
    await inForce(timer('Duration', 'PT2H'), 'new', name);
    await later(1);
    expect(openOf(name)).toEqual([]);
    await later(1);
    expect(openOf(name)).toEqual(['new']);
  });

  it('is no business of another Mandant', async () => {
    const name = await inForce(timer('Duration', 'PT1H'));
    const context = { mandantId: newId(), actor: { kind: 'system', name: 'other' } } as const;
    const seen = await engineBench.bench.runner.transaction(context, async (tx) => ({
      rows: await tx.query(`SELECT key FROM engine.start_timer`),
    }));
    expect(seen).toEqual({ rows: [] });
    await later(1);
    expect(openOf(name)).toEqual(['work']);
  });
});
