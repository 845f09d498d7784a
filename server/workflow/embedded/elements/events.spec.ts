import {
  bpmn,
  chain,
  completeTask,
  flow,
  openTasks,
  passTime,
  path,
  publish,
  send,
  started,
  startByMessage,
  task,
  worldOf,
} from '../world.testing.js';

describe('end event', () => {
  it('as an error that nobody catches raises UNHANDLED_ERROR_EVENT', async () => {
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" /><bpmn:endEvent id="ende"><bpmn:errorEventDefinition errorRef="E" /></bpmn:endEvent>${flow('start', 'ende')}`,
        '<bpmn:error id="E" errorCode="E" />',
      ),
    );
    expect(world.incidents).toMatchObject([{ elementId: 'ende', type: 'UNHANDLED_ERROR_EVENT' }]);
    expect(world.ended).toBeNull();
  });

  it('as an error is caught around the sub-process', async () => {
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" /><bpmn:subProcess id="teil"><bpmn:startEvent id="innen" /><bpmn:endEvent id="ende"><bpmn:errorEventDefinition errorRef="E" /></bpmn:endEvent>${flow('innen', 'ende')}</bpmn:subProcess>
         <bpmn:boundaryEvent id="rand" attachedToRef="teil"><bpmn:errorEventDefinition errorRef="E" /></bpmn:boundaryEvent>${task('danach')}
         ${flow('start', 'teil')}${flow('rand', 'danach')}`,
        '<bpmn:error id="E" errorCode="E" />',
      ),
    );
    expect(openTasks(world)).toEqual(['danach']);
  });

  it('that terminates ends all other tokens of its scope', async () => {
    const world = await started(
      bpmn(`<bpmn:startEvent id="start" />${task('a')}${task('b')}<bpmn:endEvent id="ende"><bpmn:terminateEventDefinition /></bpmn:endEvent>
        ${flow('start', 'a')}${flow('start', 'b')}${flow('a', 'ende')}`),
    );
    completeTask(world, 'a');
    expect(world.jobs).toEqual([]);
    expect(world.ended?.outcome).toBe('completed');
  });

  it('ends one token, and the process with the last one', async () => {
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" />${task('a')}${task('b')}<bpmn:endEvent id="ende" />${flow('start', 'a')}${flow('start', 'b')}${flow('a', 'ende')}`,
      ),
    );
    completeTask(world, 'a');
    expect(world.ended).toBeNull();
    completeTask(world, 'b');
    expect(world.ended).not.toBeNull();
  });
});

describe('start event', () => {
  it('passes on only what its output mapping names of a message', async () => {
    const mapping =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=a + 1" target="b" /></zeebe:ioMapping></bpmn:extensionElements>';
    const world = await worldOf(
      bpmn(
        `<bpmn:startEvent id="start">${mapping}<bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>${task('t')}${flow('start', 't')}`,
        '<bpmn:message id="m" name="eingang" />',
      ),
    );
    startByMessage(world, 'eingang', { a: 1 });
    completeTask(world, 't');
    expect(world.ended?.variables).toEqual({ b: 2 });
  });
});

describe('intermediate events and tasks without work', () => {
  it('wait for a message by key, then for a time', async () => {
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" /><bpmn:intermediateCatchEvent id="post"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateCatchEvent>
         <bpmn:intermediateCatchEvent id="zeit"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
         <bpmn:receiveTask id="empfang" messageRef="m" />${chain('start', 'post', 'zeit', 'empfang')}`,
        '<bpmn:message id="m" name="post"><bpmn:extensionElements><zeebe:subscription correlationKey="=k" /></bpmn:extensionElements></bpmn:message>',
      ),
      { k: 'x' },
    );
    expect(publish(world, 'post', 'y')).toBe('ignored');
    expect(publish(world, 'post', 'x', { erste: 1 })).toBe('correlated');
    expect(publish(world, 'post', 'x')).toBe('ignored');
    passTime(world, 3_600_000);
    expect(publish(world, 'post', 'x', { zweite: 2 })).toBe('correlated');
    expect(world.ended?.variables).toEqual({ k: 'x', erste: 1, zweite: 2 });
  });

  it('pass through tasks without a type, manual tasks and marks', async () => {
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" /><bpmn:task id="a" /><bpmn:manualTask id="b" /><bpmn:intermediateThrowEvent id="c" /><bpmn:endEvent id="ende" />${chain('start', 'a', 'b', 'c', 'ende')}`,
      ),
    );
    expect(path(world)).toEqual(['process', 'start', 'a', 'b', 'c', 'ende']);
    expect(world.ended).not.toBeNull();
  });
});

describe('a loop without a wait', () => {
  it('stops with an incident instead of turning for ever', async () => {
    const world = await started(
      bpmn(
        `<bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="x" /><bpmn:scriptTask id="y"><bpmn:extensionElements><zeebe:script expression="=1" resultVariable="z" /></bpmn:extensionElements></bpmn:scriptTask>${chain('start', 'x', 'y', 'x')}`,
      ),
    );
    expect(world.incidents).toMatchObject([{ type: 'LOOP_LIMIT' }]);
    send(world, { kind: 'cancel' });
    expect(world.ended?.outcome).toBe('terminated');
  });
});
