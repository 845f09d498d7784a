import { bpmn, chain, completeTask, flow, openTasks, started, task } from '../world.testing.js';

const forkAndJoin = bpmn(`
  <bpmn:startEvent id="start" /><bpmn:parallelGateway id="teilt" />${task('a')}${task('b')}
  <bpmn:parallelGateway id="trifft" />${task('danach')}<bpmn:endEvent id="ende" />
  ${chain('start', 'teilt', 'a', 'trifft')}${chain('teilt', 'b', 'trifft', 'danach', 'ende')}`);

describe('parallel gateway', () => {
  it('waits for ever for a flow that brings no token', async () => {
    const world = await started(
      bpmn(`<bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="wahl" default="wahl-b" />${task('a')}${task('b')}
        <bpmn:parallelGateway id="trifft" />${task('danach')}
        ${chain('start', 'wahl')}${flow('wahl', 'a', '=true')}${flow('wahl', 'b')}${chain('a', 'trifft', 'danach')}${flow('b', 'trifft')}`),
    );
    completeTask(world, 'a');
    expect(openTasks(world)).toEqual([]);
    expect(world.ended).toBeNull();
    expect(world.state?.instances[world.state.rootKey]?.arrived).toEqual({ trifft: { 'a-trifft': 1 } });
  });

  it('does not count two tokens of one flow as one of each', async () => {
    const world = await started(
      bpmn(`<bpmn:startEvent id="start" /><bpmn:parallelGateway id="teilt" /><bpmn:exclusiveGateway id="mischt" />${task('a')}
        <bpmn:parallelGateway id="trifft" />${task('b')}${task('danach')}
        ${chain('start', 'teilt')}${flow('teilt', 'mischt').replace('id="teilt-mischt"', 'id="eins"')}${flow('teilt', 'mischt').replace('id="teilt-mischt"', 'id="zwei"')}
        ${flow('teilt', 'b')}${chain('mischt', 'a', 'trifft', 'danach')}${flow('b', 'trifft')}`),
    );
    completeTask(world, 'a');
    completeTask(world, 'a');
    expect(openTasks(world)).toEqual(['b']);
    completeTask(world, 'b');
    expect(openTasks(world)).toEqual(['danach']);
    // The second token of the flow from a still waits, so the process is not over.
    completeTask(world, 'danach');
    expect(world.ended).toBeNull();
  });

  it('opens all flows, the last of the document first, and goes on when all have come', async () => {
    const world = await started(forkAndJoin);
    expect(openTasks(world)).toEqual(['b', 'a']);
    completeTask(world, 'a');
    expect(openTasks(world)).toEqual(['b']);
    completeTask(world, 'b');
    expect(openTasks(world)).toEqual(['danach']);
    completeTask(world, 'danach');
    expect(world.ended).toMatchObject({ outcome: 'completed' });
  });
});
