import {
  bpmn,
  chain,
  completeTask,
  findingsOf,
  flow,
  openTasks,
  path,
  resolveIncident,
  failTask,
  started,
  task,
  throwAtTask,
  variablesAt,
} from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const errors = '<bpmn:error id="E" errorCode="E" />';
const marked = (xml: string) => xml.replace(' id=', ' isForCompensation="true" id=');
const boundary = (id: string, more = '') =>
  `<bpmn:boundaryEvent id="${id}-rand" attachedToRef="${id}">${more}<bpmn:compensateEventDefinition id="${id}-def" /></bpmn:boundaryEvent>`;
const link = (from: string, to: string) =>
  `<bpmn:association id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`;
/** An activity that is undone by a task with its id and `-zurueck`. */
const undoable = (id: string, activity = task(id)) =>
  `${activity}${boundary(id)}${marked(task(`${id}-zurueck`))}${link(`${id}-rand`, `${id}-zurueck`)}`;
const thrown = (id = 'wurf', attributes = '', more = '') =>
  `<bpmn:intermediateThrowEvent id="${id}">${more}<bpmn:compensateEventDefinition id="${id}-def" ${attributes} /></bpmn:intermediateThrowEvent>`;
const loop =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1, 2]" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
const teil = (inner: string, id = 'teil') =>
  `<bpmn:subProcess id="${id}"><bpmn:startEvent id="${id}-start" />${inner}</bpmn:subProcess>`;
const onError = (inner: string) =>
  `<bpmn:subProcess id="ereignis" triggeredByEvent="true"><bpmn:startEvent id="ereignis-start"><bpmn:errorEventDefinition errorRef="E" /></bpmn:startEvent>${inner}</bpmn:subProcess>`;
const both = undoable('a') + undoable('b');

describe('compensation is refused', () => {
  const mapping =
    '<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=1" target="x" /></zeebe:ioMapping></bpmn:extensionElements>';
  const flows = chain('start', 'a', 'wurf');

  it.each([
    ['without an association', task('a') + boundary('a') + marked(task('h')), 'compensation.handler a-rand'],
    [
      'towards an ordinary task',
      task('a') + boundary('a') + task('h') + link('a-rand', 'h'),
      'compensation.handler a-rand',
    ],
    [
      'towards two handlers',
      `${undoable('a')}${marked(task('h'))}${link('a-rand', 'h')}`,
      'compensation.handler a-rand',
    ],
    [
      'twice at one activity',
      undoable('a') + boundary('a').replaceAll('a-', 'a2-') + marked(task('h')) + link('a2-rand', 'h'),
      'compensation.twice a',
    ],
    [
      'with a sequence flow out of the handler',
      undoable('a') + task('x') + flow('a-zurueck', 'x'),
      'compensation.flows a-zurueck',
    ],
    [
      'with a sequence flow into the handler',
      undoable('a') + flow('start', 'a-zurueck'),
      'compensation.flows a-zurueck',
    ],
    [
      'with a sequence flow out of its boundary event',
      undoable('a') + task('x') + flow('a-rand', 'x'),
      'flow.misplaced a-rand',
    ],
    ['with a handler that nobody calls', task('a') + marked(task('h')), 'compensation.unused h'],
    [
      'that does not interrupt',
      undoable('a').replace('attachedToRef', 'cancelActivity="false" attachedToRef'),
      'event.unsupported a-rand',
    ],
    [
      'with mappings at the boundary',
      undoable('a').replace(boundary('a'), boundary('a', mapping)),
      'extension.unsupported a-rand',
    ],
    ['without an id', undoable('a').replace(' id="a-def"', ''), 'event.incomplete a-rand'],
  ])('%s', async (_, elements, finding) => {
    expect(await findingsOf(bpmn(start + elements + thrown() + flows))).toContain(finding);
  });

  it.each([
    ['waitForCompletion="false"', '', 'event.unsupported wurf'],
    ['activityRef="a-zurueck"', '', 'compensation.reference wurf'],
    ['activityRef="innen"', '', 'compensation.reference wurf'],
    ['activityRef="nichts"', '', 'xml.content nichts'],
    ['', mapping, 'extension.unsupported wurf'],
  ])('at a throw event with %s %s', async (attributes, more, finding) => {
    const elements = undoable('a') + teil(undoable('innen') + flow('teil-start', 'innen')) + flow('start', 'teil');
    expect(await findingsOf(bpmn(start + elements + thrown('wurf', attributes, more) + flows))).toContain(finding);
  });

  it('at the start of an event sub-process, as on Zeebe', async () => {
    const event = onError(task('x') + flow('ereignis-start', 'x')).replace(
      '<bpmn:errorEventDefinition errorRef="E" />',
      '<bpmn:compensateEventDefinition id="d" />',
    );
    expect(await findingsOf(bpmn(start + task('a') + event + flow('start', 'a')))).toContain(
      'event.unsupported ereignis-start',
    );
  });
});

describe('compensation', () => {
  it('goes on at once where nothing was completed', async () => {
    const world = await started(bpmn(start + thrown() + task('danach') + chain('start', 'wurf', 'danach')));
    expect(openTasks(world)).toEqual(['danach']);
  });

  it('calls every handler at once in the order of completion, and waits for the last', async () => {
    const world = await started(
      bpmn(start + both + thrown() + task('danach') + chain('start', 'a', 'b', 'wurf', 'danach')),
    );
    completeTask(world, 'a');
    completeTask(world, 'b');
    expect(openTasks(world)).toEqual(['a-zurueck', 'b-zurueck']);
    expect(path(world).slice(-5)).toEqual(['wurf', 'a-rand', 'b-rand', 'a-zurueck', 'b-zurueck']);
    completeTask(world, 'b-zurueck', { b: 'zurück' });
    expect(openTasks(world)).toEqual(['a-zurueck']);
    completeTask(world, 'a-zurueck');
    expect(openTasks(world)).toEqual(['danach']);
    expect(variablesAt(world, 'danach')).toEqual({ b: 'zurück' });
  });

  it('undoes only the activity that the event names', async () => {
    const named = thrown('wurf', 'activityRef="a"');
    const world = await started(bpmn(start + both + named + chain('start', 'a', 'b', 'wurf')));
    completeTask(world, 'a');
    completeTask(world, 'b');
    completeTask(world, 'a-zurueck');
    expect(world.ended?.outcome).toBe('completed');
    expect(world.state?.compensations).toBeUndefined();
  });

  it('leaves alone what was not completed', async () => {
    const caught = `<bpmn:boundaryEvent id="fehler" attachedToRef="b"><bpmn:errorEventDefinition errorRef="E" /></bpmn:boundaryEvent>`;
    const world = await started(
      bpmn(start + both + caught + thrown() + chain('start', 'a', 'b') + flow('fehler', 'wurf'), errors),
    );
    completeTask(world, 'a');
    throwAtTask(world, 'b', 'E');
    expect(openTasks(world)).toEqual(['a-zurueck']);
  });

  it('undoes an activity once for each time it was completed, and never again', async () => {
    const world = await started(
      bpmn(
        start +
          undoable('a') +
          thrown() +
          thrown('zweiter') +
          flow('start', 'a') +
          flow('start', 'a').replace('id="start-a"', 'id="nochmal"') +
          chain('a', 'wurf', 'zweiter'),
      ),
    );
    completeTask(world, 'a');
    expect(openTasks(world)).toEqual(['a', 'a-zurueck']);
    completeTask(world, 'a-zurueck');
    completeTask(world, 'a');
    expect(openTasks(world)).toEqual(['a-zurueck']);
    completeTask(world, 'a-zurueck');
    expect(world.ended).not.toBeNull();
  });

  it('at an end event ends its scope after the handlers', async () => {
    const end = '<bpmn:endEvent id="wurf"><bpmn:compensateEventDefinition id="wurf-def" /></bpmn:endEvent>';
    const world = await started(bpmn(start + both + end + chain('start', 'a', 'b', 'wurf')));
    completeTask(world, 'a');
    completeTask(world, 'b');
    completeTask(world, 'a-zurueck');
    expect(world.ended).toBeNull();
    completeTask(world, 'b-zurueck');
    expect(world.ended?.outcome).toBe('completed');
  });

  it('undoes a completed sub-process: its own handler first, then those inside it', async () => {
    const inner = teil(both + chain('teil-start', 'a', 'b'));
    const world = await started(bpmn(start + undoable('teil', inner) + thrown() + chain('start', 'teil', 'wurf')));
    completeTask(world, 'a');
    completeTask(world, 'b');
    expect(openTasks(world)).toEqual(['teil-zurueck', 'a-zurueck', 'b-zurueck']);
    for (const id of ['teil-zurueck', 'a-zurueck', 'b-zurueck']) completeTask(world, id);
    expect(world.ended?.outcome).toBe('completed');
  });

  it('reaches nested sub-processes by the name of the outer one', async () => {
    const inner = teil(teil(undoable('a') + flow('tiefer-start', 'a'), 'tiefer') + flow('teil-start', 'tiefer'));
    const world = await started(
      bpmn(start + inner + thrown('wurf', 'activityRef="teil"') + chain('start', 'teil', 'wurf')),
    );
    completeTask(world, 'a');
    completeTask(world, 'a-zurueck');
    expect(world.ended?.outcome).toBe('completed');
  });

  it('inside a sub-process leaves alone what was completed outside', async () => {
    const inner = teil(undoable('b') + thrown() + chain('teil-start', 'b', 'wurf'));
    const world = await started(bpmn(start + undoable('a') + inner + chain('start', 'a', 'teil')));
    completeTask(world, 'a');
    completeTask(world, 'b');
    expect(openTasks(world)).toEqual(['b-zurueck']);
  });

  it('undoes nothing of a sub-process that was interrupted', async () => {
    const inner = teil(undoable('a') + task('b') + chain('teil-start', 'a', 'b'));
    const caught = `<bpmn:boundaryEvent id="fehler" attachedToRef="teil"><bpmn:errorEventDefinition errorRef="E" /></bpmn:boundaryEvent>`;
    const world = await started(
      bpmn(
        start + inner + caught + thrown() + task('danach') + flow('start', 'teil') + chain('fehler', 'wurf', 'danach'),
        errors,
      ),
    );
    completeTask(world, 'a');
    throwAtTask(world, 'b', 'E');
    expect(openTasks(world)).toEqual(['danach']);
    expect(world.state?.compensations).toBeUndefined();
  });

  it('in an event sub-process undoes what the scope around it has completed', async () => {
    const event = onError(undoable('innen') + thrown() + chain('ereignis-start', 'innen', 'wurf'));
    const world = await started(bpmn(start + undoable('a') + task('z') + event + chain('start', 'a', 'z'), errors));
    completeTask(world, 'a');
    throwAtTask(world, 'z', 'E');
    completeTask(world, 'innen');
    expect(openTasks(world)).toEqual(['a-zurueck', 'innen-zurueck']);
  });

  it('undoes a multi-instance once, and a multi-instance sub-process run by run', async () => {
    const simple = await started(
      bpmn(start + undoable('a', task('a', '', loop)) + thrown() + chain('start', 'a', 'wurf')),
    );
    completeTask(simple, 'a');
    completeTask(simple, 'a');
    expect(openTasks(simple)).toEqual(['a-zurueck']);

    const inner = teil(undoable('a') + flow('teil-start', 'a') + loop);
    const nested = await started(bpmn(start + inner + thrown() + chain('start', 'teil', 'wurf')));
    completeTask(nested, 'a');
    completeTask(nested, 'a');
    expect(openTasks(nested)).toEqual(['a-zurueck', 'a-zurueck']);
    completeTask(nested, 'a-zurueck');
    expect(nested.ended).toBeNull();
    completeTask(nested, 'a-zurueck');
    expect(nested.ended?.outcome).toBe('completed');
  });

  it('waits for a handler that is a multi-instance or a sub-process', async () => {
    const handler = marked(teil(task('tief') + flow('h-start', 'tief'), 'h'));
    const world = await started(
      bpmn(
        start +
          task('a') +
          boundary('a') +
          handler +
          link('a-rand', 'h') +
          undoable('b').replace('</bpmn:serviceTask><bpmn:assoc', `${loop}</bpmn:serviceTask><bpmn:assoc`) +
          thrown() +
          chain('start', 'a', 'b', 'wurf'),
      ),
    );
    completeTask(world, 'a');
    completeTask(world, 'b');
    expect(openTasks(world)).toEqual(['b-zurueck', 'b-zurueck', 'tief']);
    for (const id of ['tief', 'b-zurueck', 'b-zurueck']) completeTask(world, id);
    expect(world.ended?.outcome).toBe('completed');
  });

  it('stops for the incident of a handler and goes on when it is resolved', async () => {
    const world = await started(bpmn(start + undoable('a') + thrown() + chain('start', 'a', 'wurf')));
    completeTask(world, 'a');
    failTask(world, 'a-zurueck', 0);
    expect(world.incidents).toMatchObject([{ elementId: 'a-zurueck', type: 'JOB_NO_RETRIES' }]);
    resolveIncident(world);
    completeTask(world, 'a-zurueck');
    expect(world.ended?.outcome).toBe('completed');
  });

  it('ends with its scope when a handler throws an error', async () => {
    const event = onError(task('y') + flow('ereignis-start', 'y'));
    const world = await started(bpmn(start + both + thrown() + event + chain('start', 'a', 'b', 'wurf'), errors));
    completeTask(world, 'a');
    completeTask(world, 'b');
    throwAtTask(world, 'a-zurueck', 'E');
    expect(openTasks(world)).toEqual(['y']);
    completeTask(world, 'y');
    expect(world.ended?.outcome).toBe('completed');
  });
});
