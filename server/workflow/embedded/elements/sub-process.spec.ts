import {
  bpmn,
  chain,
  completeTask,
  flow,
  openTasks,
  passTime,
  publish,
  send,
  started,
  startByMessage,
  task,
  throwAtTask,
  worldOf,
} from '../world.testing.js';

const message = (id: string, key = '=schluessel') =>
  `<bpmn:message id="${id}" name="${id}"><bpmn:extensionElements><zeebe:subscription correlationKey="${key}" /></bpmn:extensionElements></bpmn:message>`;

const subProcess = (inner: string, id = 'teil') => `<bpmn:subProcess id="${id}">${inner}</bpmn:subProcess>`;
const onEvent = (definition: string, interrupting = true, id = 'ereignis') =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true">
     <bpmn:startEvent id="${id}-start" isInterrupting="${interrupting}">${definition}</bpmn:startEvent>${task(`${id}-arbeit`)}${flow(`${id}-start`, `${id}-arbeit`)}
   </bpmn:subProcess>`;

describe('sub-process', () => {
  const nested = bpmn(
    `<bpmn:startEvent id="start" />
     ${subProcess(`<bpmn:startEvent id="innen" />${task('a')}${task('b')}${flow('innen', 'a')}${flow('innen', 'b')}`)}
     <bpmn:boundaryEvent id="rand" attachedToRef="teil"><bpmn:errorEventDefinition errorRef="E" /></bpmn:boundaryEvent>
     ${task('danach')}${task('fehler')}${chain('start', 'teil', 'danach')}${flow('rand', 'fehler')}`,
    '<bpmn:error id="E" errorCode="E" />',
  );

  it('is left only when no token is in it any more', async () => {
    const world = await started(nested);
    completeTask(world, 'a');
    expect(openTasks(world)).toEqual(['b']);
    completeTask(world, 'b');
    expect(openTasks(world)).toEqual(['danach']);
  });

  it('ends with everything inside when an error leaves it', async () => {
    const world = await started(nested);
    throwAtTask(world, 'a', 'E');
    expect(openTasks(world)).toEqual(['fehler']);
    expect(Object.keys(world.state?.instances ?? {})).toHaveLength(2);
  });

  it('keeps its local variables to itself', async () => {
    const local =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="lokal" /></zeebe:ioMapping></bpmn:extensionElements>';
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" />${subProcess(`${local}<bpmn:startEvent id="innen" />${task('a')}${flow('innen', 'a')}`)}${flow('start', 'teil')}`,
      ),
    );
    completeTask(world, 'a', { lokal: 2, aussen: 3 });
    expect(world.ended?.variables).toEqual({ aussen: 3 });
  });
});

describe('event sub-process', () => {
  const interrupted = (definition: string, interrupting = true) =>
    bpmn(
      `<bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="eingang" /></bpmn:startEvent>
       ${task('a')}${task('b')}${flow('start', 'a')}${flow('start', 'b')}${onEvent(definition, interrupting)}`,
      `<bpmn:message id="eingang" name="eingang" />${message('storno')}<bpmn:error id="E" errorCode="E" />`,
    );
  const storno = '<bpmn:messageEventDefinition messageRef="storno" />';

  it('raises an incident at the start event where the correlation key is missing', async () => {
    const world = await worldOf(interrupted(storno));
    startByMessage(world, 'eingang', {});
    expect(world.incidents).toMatchObject([{ elementId: 'start', type: 'EXTRACT_VALUE_ERROR' }]);
    expect(openTasks(world)).toEqual([]);
  });

  it('knows the variables of the message that started the process', async () => {
    const world = await worldOf(interrupted(storno));
    startByMessage(world, 'eingang', { schluessel: 'v1' });
    expect(world.subscriptions).toMatchObject([{ messageName: 'storno', correlationKey: 'v1' }]);
  });

  it('ends everything in its scope when it interrupts, and stops listening', async () => {
    const world = await worldOf(interrupted(storno));
    startByMessage(world, 'eingang', { schluessel: 'v1' });
    publish(world, 'storno', 'v1', { grund: 'doppelt' });
    expect(openTasks(world)).toEqual(['ereignis-arbeit']);
    expect(publish(world, 'storno', 'v1')).toBe('ignored');
    completeTask(world, 'ereignis-arbeit');
    expect(world.ended).toEqual(
      expect.objectContaining({ outcome: 'completed', variables: { schluessel: 'v1', grund: 'doppelt' } }),
    );
  });

  it('frees the tokens that wait at a join', async () => {
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" /><bpmn:parallelGateway id="trifft" />${task('a')}${task('b')}
         ${flow('start', 'a')}${flow('start', 'b')}${flow('a', 'trifft')}${flow('b', 'trifft')}${onEvent(storno)}`,
        message('storno'),
      ),
      { schluessel: 'v1' },
    );
    completeTask(world, 'a');
    publish(world, 'storno', 'v1');
    completeTask(world, 'ereignis-arbeit');
    expect(world.ended).not.toBeNull();
  });

  it('runs beside its scope when it does not interrupt, and writes what it brings to the process', async () => {
    const world = await worldOf(interrupted(storno, false));
    startByMessage(world, 'eingang', { schluessel: 'v1' });
    publish(world, 'storno', 'v1', { stand: 1 });
    publish(world, 'storno', 'v1', { stand: 2 });
    expect(openTasks(world)).toEqual(['b', 'a', 'ereignis-arbeit', 'ereignis-arbeit']);
    expect(world.state?.instances[world.state.rootKey]?.variables).toEqual({ schluessel: 'v1', stand: 2 });
  });

  it('catches an error of its scope', async () => {
    const world = await worldOf(interrupted('<bpmn:errorEventDefinition errorRef="E" />'));
    startByMessage(world, 'eingang', {});
    throwAtTask(world, 'a', 'E');
    expect(openTasks(world)).toEqual(['ereignis-arbeit']);
    throwAtTask(world, 'ereignis-arbeit', 'E');
    expect(world.incidents).toMatchObject([{ type: 'UNHANDLED_ERROR_EVENT' }]);
  });

  it('is started by a timer', async () => {
    const timer = '<bpmn:timerEventDefinition><bpmn:timeDuration>P2D</bpmn:timeDuration></bpmn:timerEventDefinition>';
    const world = await worldOf(interrupted(timer));
    startByMessage(world, 'eingang', {});
    passTime(world, 2 * 86_400_000);
    expect(openTasks(world)).toEqual(['ereignis-arbeit']);
  });
});

describe('cancel', () => {
  it('ends the process and everything in it, once', async () => {
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" />${subProcess(`<bpmn:startEvent id="innen" />${task('a')}${flow('innen', 'a')}`)}${flow('start', 'teil')}`,
      ),
    );
    expect(send(world, { kind: 'cancel' })).toBe('done');
    expect(world.ended?.outcome).toBe('terminated');
    expect(world.state).toMatchObject({ status: 'terminated', instances: {} });
    expect(world.jobs).toEqual([]);
    expect(send(world, { kind: 'cancel' })).toBe('gone');
  });
});
