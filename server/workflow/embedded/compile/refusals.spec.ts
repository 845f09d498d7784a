import { bpmn, chain, findingsOf, flow, task } from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const roots =
  '<bpmn:message id="M" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=k" /></bpmn:extensionElements></bpmn:message><bpmn:message id="N" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=k" /></bpmn:extensionElements></bpmn:message><bpmn:signal id="S" name="s" /><bpmn:error id="E" errorCode="e" />';
const message = (id = 'M') => `<bpmn:messageEventDefinition messageRef="${id}" />`;
const signal = '<bpmn:signalEventDefinition signalRef="S" />';
const timer = '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>';
const at = (id: string, event: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="a">${event}</bpmn:boundaryEvent>${task(`${id}-danach`)}${flow(id, `${id}-danach`)}`;
const aside = (id: string, event: string) =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}-start">${event}</bpmn:startEvent>${task(`${id}-arbeit`)}${flow(`${id}-start`, `${id}-arbeit`)}</bpmn:subProcess>`;
const around = (content: string) => bpmn(start + task('a') + chain('start', 'a') + content, roots);

describe('two events at one place', () => {
  it.each([
    ['for one message', at('x', message()) + at('y', message()), ['event.duplicate y']],
    ['for two messages of one name', at('x', message()) + at('y', message('N')), ['event.duplicate y']],
    ['for one signal', at('x', signal) + at('y', signal), ['event.duplicate y']],
    ['as event sub-processes', aside('x', message()) + aside('y', message()), ['event.duplicate y-start']],
  ])('are refused %s', async (_, content, findings) => {
    expect(await findingsOf(around(content))).toEqual(findings);
  });

  it('are refused where a receive task waits for the same message itself', async () => {
    const receive = '<bpmn:receiveTask id="a" messageRef="M" />';
    const xml = bpmn(start + receive + chain('start', 'a') + at('x', message('N')), roots);
    expect(await findingsOf(xml)).toEqual(['event.duplicate x']);
  });

  it('are fine as timers, and in scopes of their own', async () => {
    const inner = `<bpmn:subProcess id="teil"><bpmn:startEvent id="innen" />${aside('y', message())}</bpmn:subProcess>${flow('a', 'teil')}`;
    expect(await findingsOf(around(at('p', timer) + at('q', timer) + aside('x', message()) + inner))).toEqual([]);
  });
});

describe('compile refuses', () => {
  it('a boundary event without a trigger', async () => {
    expect(await findingsOf(around(at('x', '')))).toEqual(['event.incomplete x']);
  });

  it.each([
    ['error', 'S'],
    ['signal', 'E'],
    ['escalation', 'a'],
    ['message', 'S'],
  ])('an %s event that refers to something else', async (kind, reference) => {
    const event = `<bpmn:${kind}EventDefinition ${kind}Ref="${reference}" />`;
    expect(await findingsOf(around(at('x', event)))).toContain('event.reference x');
  });

  it.each([
    ['a task definition', '<zeebe:taskDefinition type="b" />', 'extension.twice x'],
    [
      'a header',
      '<zeebe:taskHeaders><zeebe:header key="k" value="1" /><zeebe:header key="k" value="2" /></zeebe:taskHeaders>',
      'extension.twice x',
    ],
  ])('%s twice', async (_, extension, finding) => {
    expect(await findingsOf(around(task('x', extension) + flow('a', 'x')))).toEqual([finding]);
  });

  it('the settings of a loop twice', async () => {
    const settings = '<zeebe:loopCharacteristics inputCollection="=[1]" />';
    const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>${settings}${settings}</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
    expect(await findingsOf(around(task('x', '', loop) + flow('a', 'x')))).toEqual(['extension.twice x']);
  });

  it.each(['true', 'if', 'instance', 'a.null'])(
    'a variable called %s, which no expression could read',
    async (name) => {
      const mapping = `<zeebe:ioMapping><zeebe:input source="=1" target="${name}" /></zeebe:ioMapping>`;
      expect(await findingsOf(around(task('x', mapping) + flow('a', 'x')))).toEqual(['mapping.target x']);
    },
  );

  it('extensions at what events refer to', async () => {
    const root =
      '<bpmn:signal id="T" name="t"><bpmn:extensionElements><zeebe:taskDefinition type="t" /></bpmn:extensionElements></bpmn:signal>';
    expect(await findingsOf(bpmn(start, root))).toEqual(['extension.unsupported T']);
  });

  it('a correlation key or a collection without an equals sign', async () => {
    const key = roots.replace('"=k"', '"k"');
    expect(await findingsOf(bpmn(start + task('a') + chain('start', 'a') + at('x', message()), key))).toContain(
      'expression.static x',
    );
  });

  it('a fixed date of a user task that is none', async () => {
    const user =
      '<bpmn:userTask id="x"><bpmn:extensionElements><zeebe:taskSchedule dueDate="2026-12-01" /></bpmn:extensionElements></bpmn:userTask>';
    expect(await findingsOf(around(user + flow('a', 'x')))).toEqual(['event.timer x']);
  });

  it('a flow without an end, and an element that lists the flow of another', async () => {
    expect(await findingsOf(around('<bpmn:sequenceFlow id="los" sourceRef="a" />'))).toContain('flow.broken los');
    const listed = '<bpmn:manualTask id="x"><bpmn:incoming>start-a</bpmn:incoming></bpmn:manualTask>';
    expect(await findingsOf(around(listed + flow('a', 'x')))).toEqual(['flow.listed x']);
  });

  it('a circle in which nothing happens, once', async () => {
    const circle = `<bpmn:exclusiveGateway id="g" /><bpmn:manualTask id="x" /><bpmn:task id="y" />${chain('a', 'g', 'x', 'y', 'g')}`;
    expect(await findingsOf(around(circle))).toEqual(['flow.endless x']);
  });

  it('no circle with a job or a script in it', async () => {
    const script =
      '<bpmn:scriptTask id="y"><bpmn:extensionElements><zeebe:script expression="=1" resultVariable="z" /></bpmn:extensionElements></bpmn:scriptTask>';
    const circle = `<bpmn:manualTask id="x" />${script}${chain('a', 'x', 'y', 'x')}`;
    expect(await findingsOf(around(circle))).toEqual([]);
  });
});
