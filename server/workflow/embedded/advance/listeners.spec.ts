import {
  bpmn,
  chain,
  completeTask,
  failTask,
  findingsOf,
  flow,
  jobAt,
  openTasks,
  passTime,
  path,
  resolveIncident,
  send,
  started,
  task,
  throwAtTask,
  variablesAt,
} from '../world.testing.js';

const listener = (eventType: string, type: string, more = '') =>
  `<zeebe:executionListener eventType="${eventType}" type="${type}" ${more} />`;
const listened = (listeners: string, extensions = '', more = '') =>
  bpmn(
    `<bpmn:startEvent id="start" />${task('arbeit', `<zeebe:executionListeners>${listeners}</zeebe:executionListeners>${extensions}`)}${task('danach')}${chain('start', 'arbeit', 'danach')}${more}`,
    '<bpmn:error id="E" errorCode="E" />',
  );

describe('execution listeners of a service task', () => {
  it.each([
    ['<zeebe:executionListener eventType="start" />', 'extension.incomplete arbeit'],
    ['<zeebe:executionListener type="t" />', 'extension.incomplete arbeit'],
    [listener('spaeter', 't'), 'extension.incomplete arbeit'],
    [listener('start', '=t +'), 'feel.invalid arbeit'],
  ])('are refused as %s', async (listeners, finding) => {
    expect(await findingsOf(listened(listeners))).toContain(finding);
  });

  it('are refused at every other element, as on Zeebe', async () => {
    const user = `<bpmn:userTask id="x"><bpmn:extensionElements><zeebe:executionListeners>${listener('start', 't')}</zeebe:executionListeners></bpmn:extensionElements></bpmn:userTask>`;
    expect(await findingsOf(bpmn(`<bpmn:startEvent id="start" />${user}${flow('start', 'x')}`))).toContain(
      'extension.unsupported x',
    );
  });

  it('raise an incident without a type, and go on with the one whose turn it is', async () => {
    const world = await started(listened(listener('start', 'eins') + listener('start', '=art')));
    completeTask(world, 'arbeit');
    expect(world.incidents).toMatchObject([{ elementId: 'arbeit', type: 'EXTRACT_VALUE_ERROR' }]);
    send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables: { art: 'zwei' }, local: false });
    resolveIncident(world);
    expect(jobAt(world, 'arbeit').type).toBe('zwei');
  });

  it('fail like any job and come again when the incident is resolved', async () => {
    const world = await started(listened(listener('start', 'eins', 'retries="5"')));
    expect(jobAt(world, 'arbeit')).toMatchObject({ type: 'eins', retries: 5, headers: {} });
    failTask(world, 'arbeit', 0);
    resolveIncident(world);
    completeTask(world, 'arbeit');
    expect(jobAt(world, 'arbeit').type).toBe('arbeit');
  });

  it('throw errors that nobody catches', async () => {
    const boundary = `<bpmn:boundaryEvent id="rand" attachedToRef="arbeit"><bpmn:errorEventDefinition errorRef="E" /></bpmn:boundaryEvent>${flow('rand', 'danach')}`;
    const world = await started(listened(listener('start', 'eins'), '', boundary));
    throwAtTask(world, 'arbeit', 'E');
    expect(world.incidents).toMatchObject([{ type: 'UNHANDLED_ERROR_EVENT' }]);
  });

  it('work one after the other before and after the task, which counts as entered in between', async () => {
    const world = await started(
      listened(listener('start', 'eins') + listener('end', 'drei') + listener('start', 'zwei')),
    );
    for (const type of ['eins', 'zwei', 'arbeit', 'drei']) {
      expect(path(world).includes('arbeit')).toBe(type === 'arbeit' || type === 'drei');
      expect(jobAt(world, 'arbeit').type).toBe(type);
      completeTask(world, 'arbeit');
    }
    expect(openTasks(world)).toEqual(['danach']);
  });

  it('write to the task before its work and to the process after it', async () => {
    const input = '<zeebe:ioMapping><zeebe:input source="=1" target="lokal" /></zeebe:ioMapping>';
    const world = await started(listened(listener('start', 'eins') + listener('end', 'zwei'), input), { x: 1 });
    completeTask(world, 'arbeit', { lokal: 2, x: 9 });
    expect(variablesAt(world, 'arbeit')).toEqual({ lokal: 2, x: 9 });
    completeTask(world, 'arbeit', { x: 10, neu: 1 });
    completeTask(world, 'arbeit', { lokal: 4, x: 11 });
    expect(variablesAt(world, 'danach')).toEqual({ x: 11, neu: 1, lokal: 4 });
  });

  it('hold back the boundary events until the task begins', async () => {
    const timer = `<bpmn:boundaryEvent id="rand" attachedToRef="arbeit"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>${flow('rand', 'danach')}`;
    const world = await started(listened(listener('start', 'eins'), '', timer));
    passTime(world, 2 * 3_600_000);
    expect(openTasks(world)).toEqual(['arbeit']);
    completeTask(world, 'arbeit');
    passTime(world, 3_600_000);
    expect(openTasks(world)).toEqual(['danach']);
  });
});
