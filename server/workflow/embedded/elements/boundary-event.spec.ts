import {
  bpmn,
  chain,
  completeTask,
  flow,
  openTasks,
  passTime,
  publish,
  resolveIncident,
  send,
  started,
  task,
  throwAtTask,
} from '../world.testing.js';

const HOUR = 3_600_000;
const timer = (kind: string, value: string) =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${value}</bpmn:${kind}></bpmn:timerEventDefinition>`;
const error = (code?: string) => `<bpmn:errorEventDefinition${code === undefined ? '' : ` errorRef="${code}"`} />`;
const roots = `<bpmn:error id="A" errorCode="A" /><bpmn:error id="B" errorCode="B" />
  <bpmn:message id="m" name="storno"><bpmn:extensionElements><zeebe:subscription correlationKey="=schluessel" /></bpmn:extensionElements></bpmn:message>`;

function guarded(definition: string, cancel = true, mapping = ''): string {
  return bpmn(
    `<bpmn:startEvent id="start" />${task('arbeit')}<bpmn:endEvent id="ende" />${task('danach')}
     <bpmn:boundaryEvent id="rand" attachedToRef="arbeit" cancelActivity="${cancel}">${mapping}${definition}</bpmn:boundaryEvent>
     ${chain('start', 'arbeit', 'ende')}${flow('rand', 'danach')}`,
    roots,
  );
}

describe('timer boundary event', () => {
  it('raises an incident for a time that cannot be read, and opens nothing until it is resolved', async () => {
    const world = await started(guarded(timer('timeDuration', '=dauer')), { dauer: 'bald' });
    expect(world.incidents).toMatchObject([{ elementId: 'arbeit', type: 'EXTRACT_VALUE_ERROR' }]);
    expect([...world.jobs, ...world.timers]).toEqual([]);
    send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables: { dauer: 'PT1H' }, local: false });
    resolveIncident(world);
    expect(openTasks(world)).toEqual(['arbeit']);
    expect(world.timers).toHaveLength(1);
  });

  it('does not fire before its time or after its activity', async () => {
    const world = await started(guarded(timer('timeDuration', 'PT1H')));
    passTime(world, HOUR - 1);
    expect(openTasks(world)).toEqual(['arbeit']);
    completeTask(world, 'arbeit');
    passTime(world, HOUR);
    expect(world.ended).not.toBeNull();
    expect(world.timers).toEqual([]);
  });

  it('ends its activity when it interrupts', async () => {
    const world = await started(guarded(timer('timeDuration', 'PT1H')));
    passTime(world, HOUR);
    expect(openTasks(world)).toEqual(['danach']);
  });

  it('lets its activity go on and fires once when it does not interrupt', async () => {
    const world = await started(guarded(timer('timeDuration', '=dauer'), false), { dauer: 'P1DT1H' });
    passTime(world, 25 * HOUR);
    passTime(world, 25 * HOUR);
    expect(openTasks(world)).toEqual(['arbeit', 'danach']);
    completeTask(world, 'arbeit');
    expect(world.ended).toBeNull();
    completeTask(world, 'danach');
    expect(world.ended).not.toBeNull();
  });

  it('fixes its due time when the activity is entered', async () => {
    const world = await started(guarded(timer('timeDuration', '=dauer')), { dauer: 'PT1H' });
    send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables: { dauer: 'P9D' }, local: false });
    passTime(world, HOUR);
    expect(openTasks(world)).toEqual(['danach']);
  });

  it('counts months by the calendar', async () => {
    const world = await started(guarded(timer('timeDuration', 'P1M')));
    expect(world.timers[0]?.due).toEqual(new Date('2026-12-03T08:00:00Z'));
  });

  it('waits for a date', async () => {
    const world = await started(guarded(timer('timeDate', '2026-11-04T09:00:00+01:00')));
    expect(world.timers[0]?.due).toEqual(new Date('2026-11-04T08:00:00Z'));
  });

  it('repeats a cycle without a burst after a long sleep', async () => {
    const world = await started(guarded(timer('timeCycle', 'R3/PT1H'), false));
    passTime(world, 5 * HOUR);
    expect(openTasks(world)).toEqual(['arbeit', 'danach']);
    passTime(world, HOUR);
    passTime(world, HOUR);
    passTime(world, HOUR);
    expect(openTasks(world)).toEqual(['arbeit', 'danach', 'danach', 'danach']);
  });
});

describe('error boundary event', () => {
  it('does not catch another code', async () => {
    const world = await started(guarded(error('A')));
    throwAtTask(world, 'arbeit', 'B');
    expect(world.incidents).toMatchObject([{ type: 'UNHANDLED_ERROR_EVENT' }]);
  });

  it('catches its code and keeps to itself what the error brings along, as on Zeebe', async () => {
    const world = await started(guarded(error('A')));
    throwAtTask(world, 'arbeit', 'A', { grund: 'unlesbar' });
    expect(openTasks(world)).toEqual(['danach']);
    completeTask(world, 'danach');
    expect(world.ended?.variables).toEqual({});
  });

  it('passes on only what its output mapping names', async () => {
    const mapping =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=grund" target="hinweis" /></zeebe:ioMapping></bpmn:extensionElements>';
    const world = await started(guarded(error('A'), true, mapping));
    throwAtTask(world, 'arbeit', 'A', { grund: 'unlesbar', rest: 1 });
    completeTask(world, 'danach');
    expect(world.ended?.variables).toEqual({ hinweis: 'unlesbar' });
  });

  it('without a code catches every error', async () => {
    const world = await started(guarded(error()));
    throwAtTask(world, 'arbeit', 'IRGENDWAS');
    expect(openTasks(world)).toEqual(['danach']);
  });
});

describe('message boundary event', () => {
  it('raises an incident where the correlation key is missing', async () => {
    const world = await started(guarded('<bpmn:messageEventDefinition messageRef="m" />'));
    expect(world.incidents).toMatchObject([{ elementId: 'arbeit', type: 'EXTRACT_VALUE_ERROR' }]);
  });

  it('does not hear a message for another instance', async () => {
    const world = await started(guarded('<bpmn:messageEventDefinition messageRef="m" />'), { schluessel: 7 });
    expect(publish(world, 'storno', '8')).toBe('ignored');
  });

  it('interrupts, and takes the variables of the message along', async () => {
    const world = await started(guarded('<bpmn:messageEventDefinition messageRef="m" />'), { schluessel: 7 });
    expect(publish(world, 'storno', '7', { wer: 'Amt' })).toBe('correlated');
    expect(openTasks(world)).toEqual(['danach']);
    completeTask(world, 'danach');
    expect(world.ended?.variables).toEqual({ schluessel: 7, wer: 'Amt' });
  });

  it('hears any number of messages when it does not interrupt', async () => {
    const world = await started(guarded('<bpmn:messageEventDefinition messageRef="m" />', false), { schluessel: 'x' });
    publish(world, 'storno', 'x');
    publish(world, 'storno', 'x');
    expect(openTasks(world)).toEqual(['arbeit', 'danach', 'danach']);
  });
});
