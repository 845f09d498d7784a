import { isRejection } from '../../contract/rejections.js';
import { newId } from '../../platform/ids.js';
import type { Variables } from '../process-engine.js';
import { openEngineBench, type EngineBench } from './engine.testing.js';
import { bpmn, chain, flow } from './world.testing.js';

let engineBench: EngineBench;

beforeAll(async () => {
  engineBench = await openEngineBench();
});
afterAll(() => engineBench.bench.close());

const START = '<bpmn:startEvent id="start" />';
const user = (id: string) => `<bpmn:userTask id="${id}" name="${id}" />`;
const heard = '<bpmn:signalEventDefinition id="d-ID" signalRef="signal" />';
const catching = (id: string) =>
  `<bpmn:intermediateCatchEvent id="${id}">${heard.replace('ID', id)}</bpmn:intermediateCatchEvent>`;
const throwing = (id: string) =>
  `<bpmn:intermediateThrowEvent id="${id}">${heard.replace('ID', id)}</bpmn:intermediateThrowEvent>`;
const boundary = (id: string, at: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${at}">${heard.replace('ID', id)}</bpmn:boundaryEvent>`;

/** A process with an id of its own, which is the name of its signal, too, where no other is given. */
async function inForce(content: string, signal?: string, name = `p${newId()}`): Promise<string> {
  const root = `<bpmn:signal id="signal" name="${signal ?? name}" />`;
  const xml = bpmn(content, root).replace('id="process"', `id="${name}"`);
  const deployed = await engineBench.inTransaction(async (tx) => ({
    is: await engineBench.engine.deploy(tx, { xml }),
  }));
  if (isRejection(deployed.is)) throw new Error(deployed.is.reasons.map(({ message }) => message.en).join('\n'));
  return name;
}

async function begin(processId: string, variables: Variables = {}): Promise<string> {
  const vorgangId = newId();
  await engineBench.inTransaction((tx) =>
    engineBench.engine.start(tx, { processId, businessKey: vorgangId, variables: { vorgangId, ...variables } }),
  );
  return vorgangId;
}

const broadcast = (name: string, variables: Variables = {}) =>
  engineBench.inTransaction((tx) => engineBench.engine.broadcastSignal(tx, { name, variables }));
const waiting = START + catching('wait') + user('after') + chain('start', 'wait', 'after');

describe('a signal that is thrown from outside', () => {
  it('is not kept where nobody waits, and leaves no row', async () => {
    const name = await inForce(waiting);
    await engineBench.inTransaction((tx) => engineBench.engine.sweep(tx));
    await broadcast(name);
    const vorgangId = await begin(name);
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual([]);
    expect([await engineBench.rows('signal'), await engineBench.rows('signal_delivery')]).toEqual([0, 0]);
  });

  it('is not heard in another Mandant', async () => {
    const name = await inForce(waiting);
    const vorgangId = await begin(name);
    const context = { mandantId: newId(), actor: { kind: 'system', name: 'other' } } as const;
    await engineBench.bench.runner.transaction(context, async (tx) => {
      await engineBench.engine.broadcastSignal(tx, { name, variables: {} });
      return {};
    });
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual([]);
  });

  it('is not heard by a wait that ended before its turn came', async () => {
    const name = await inForce(
      START + user('work') + boundary('stop', 'work') + user('after') + flow('start', 'work') + flow('stop', 'after'),
    );
    const vorgangId = await begin(name);
    await broadcast(name);
    await engineBench.complete(engineBench.taskAt(vorgangId, 'work').jobKey);
    await engineBench.loops.drain();
    expect(engineBench.tasksOf(vorgangId)).toEqual([]);
    await engineBench.inTransaction((tx) => engineBench.engine.sweep(tx));
    expect([await engineBench.rows('signal'), await engineBench.rows('signal_delivery')]).toEqual([0, 0]);
  });

  it('is heard by all who wait, with its variables, and by none of them twice', async () => {
    const name = await inForce(waiting);
    const vorgaenge = [await begin(name), await begin(name), await begin(name)];
    await broadcast(name, { grund: 'Frist' });
    await Promise.all([engineBench.loops.drain(), engineBench.loops.drain()]);
    expect(vorgaenge.map((vorgangId) => engineBench.tasksOf(vorgangId))).toEqual([['after'], ['after'], ['after']]);
    expect(engineBench.taskAt(vorgaenge[0]!, 'after').variables).toMatchObject({ grund: 'Frist' });
    await engineBench.inTransaction((tx) => engineBench.engine.sweep(tx));
    expect(await engineBench.rows('signal')).toBe(0);
  });
});

describe('a signal that a process throws', () => {
  it('does not make two that throw to each other wait for each other', async () => {
    const name = await inForce(
      START +
        user('work') +
        throwing('cry') +
        catching('wait') +
        user('after') +
        chain('start', 'work', 'cry') +
        chain('start', 'wait', 'after'),
    );
    const vorgaenge = await Promise.all([1, 2, 3, 4].map(() => begin(name)));
    const answers = await Promise.all(
      vorgaenge.map((vorgangId) => engineBench.complete(engineBench.taskAt(vorgangId, 'work').jobKey)),
    );
    expect(answers).toEqual(['done', 'done', 'done', 'done']);
    await engineBench.loops.drain();
    expect(vorgaenge.map((vorgangId) => engineBench.tasksOf(vorgangId))).toEqual(vorgaenge.map(() => ['after']));
  });

  it('leaves the call activity whose process throws it, although that ends in the same moment', async () => {
    const signal = `s${newId()}`;
    const child = await inForce(START + throwing('cry') + chain('start', 'cry'), signal);
    const call = `<bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="${child}" /></bpmn:extensionElements></bpmn:callActivity>`;
    const parent = await inForce(
      START +
        call +
        boundary('stop', 'call') +
        user('through') +
        user('stopped') +
        chain('start', 'call', 'through') +
        flow('stop', 'stopped'),
      signal,
    );
    expect(engineBench.tasksOf(await begin(parent))).toEqual(['stopped']);
  });

  it('starts the newest version of a process, and only that', async () => {
    const signal = `s${newId()}`;
    const onSignal = `<bpmn:startEvent id="begin">${heard}</bpmn:startEvent>`;
    const started = await inForce(onSignal + user('old') + flow('begin', 'old'), signal);
    await inForce(onSignal + user('new') + flow('begin', 'new'), signal, started);
    const before = engineBench.tasks.size;
    const thrower = await inForce(START + throwing('cry') + chain('start', 'cry'), signal);
    await begin(thrower);
    await engineBench.loops.drain();
    const opened = [...engineBench.tasks.values()].slice(before).map(({ elementId }) => elementId);
    expect(opened).toEqual(['new']);
  });
});
