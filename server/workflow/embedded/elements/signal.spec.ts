import {
  bpmn,
  chain,
  completeTask,
  findingsOf,
  flow,
  hear,
  openTasks,
  path,
  started,
  task,
  variablesAt,
  worldOf,
} from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const roots = '<bpmn:signal id="S" name="frist" /><bpmn:signal id="F" name="=welches" /><bpmn:signal id="O" />';
const definition = (reference = 'S') => `<bpmn:signalEventDefinition signalRef="${reference}" />`;
const caught = (id: string, reference = 'S') =>
  `<bpmn:intermediateCatchEvent id="${id}">${definition(reference)}</bpmn:intermediateCatchEvent>`;
const thrown = (id: string, inner = '') =>
  `<bpmn:intermediateThrowEvent id="${id}">${inner}${definition()}</bpmn:intermediateThrowEvent>`;
const file = (content: string) => bpmn(content, roots);

describe('signal', () => {
  it('is refused without a name, and at a start where an expression would have nothing to read', async () => {
    expect(await findingsOf(file(start + caught('c', 'O') + flow('start', 'c')))).toContain('event.incomplete c');
    const byName = `<bpmn:startEvent id="s">${definition('F')}</bpmn:startEvent>`;
    expect(await findingsOf(file(byName))).toContain('event.incomplete s');
  });

  it('raises EXTRACT_VALUE_ERROR where its name is no text', async () => {
    const world = await started(file(start + caught('c', 'F') + flow('start', 'c')), { welches: 5 });
    expect(world.incidents).toMatchObject([{ elementId: 'c', type: 'EXTRACT_VALUE_ERROR' }]);
  });

  it('is heard by everybody who waits for it, and by nobody else', async () => {
    const world = await started(
      file(
        start + caught('c') + caught('d', 'F') + task('a') + flow('start', 'c') + flow('start', 'd') + flow('c', 'a'),
      ),
      { welches: 'anderes' },
    );
    hear(world, 'frist', { text: 'um' });
    expect(variablesAt(world, 'a')).toMatchObject({ text: 'um' });
    expect(world.signals).toMatchObject([{ targetId: 'd', signalName: 'anderes' }]);
  });

  it.each([
    [true, ['y']],
    [false, ['a', 'y']],
  ])('leaves an activity by its boundary, interrupting: %s', async (interrupting, open) => {
    const boundary = `<bpmn:boundaryEvent id="r" attachedToRef="a" cancelActivity="${interrupting}">${definition()}</bpmn:boundaryEvent>${task('y')}${flow('r', 'y')}`;
    const world = await started(file(start + task('a') + boundary + flow('start', 'a')));
    hear(world, 'frist');
    expect(openTasks(world)).toEqual(open);
  });

  it('starts an event sub-process, and a process', async () => {
    const event = `<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="es">${definition()}</bpmn:startEvent>${task('q')}${flow('es', 'q')}</bpmn:subProcess>`;
    const world = await started(file(start + task('a') + event + flow('start', 'a')));
    hear(world, 'frist');
    expect(openTasks(world)).toEqual(['q']);
    const { model } = await worldOf(file(`<bpmn:startEvent id="s">${definition()}</bpmn:startEvent>`));
    expect(model.signalStarts).toEqual([{ elementId: 's', signalName: 'frist' }]);
  });

  it('brings along what is mapped into the event that throws it, and nothing else', async () => {
    const input =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=x" target="y" /></zeebe:ioMapping></bpmn:extensionElements>';
    const world = await started(
      file(
        start +
          caught('c') +
          task('w') +
          thrown('t', input) +
          task('a') +
          flow('start', 'c') +
          flow('c', 'a') +
          chain('start', 'w', 't'),
      ),
      { x: 1 },
    );
    completeTask(world, 'w');
    expect(world.effects).toContainEqual({ kind: 'signalBroadcast', name: 'frist', variables: { y: 1 } });
    expect(variablesAt(world, 'a')).toEqual({ x: 1, y: 1 });
  });

  it('is heard by an instance that throws it before the tokens behind it move', async () => {
    const event = `<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="es">${definition()}</bpmn:startEvent>${task('q')}${flow('es', 'q')}</bpmn:subProcess>`;
    const world = await started(
      file(start + task('w') + thrown('t') + task('a') + event + chain('start', 'w', 't', 'a')),
    );
    completeTask(world, 'w');
    expect(openTasks(world)).toEqual(['q']);
    expect(path(world)).not.toContain('a');
  });

  it('happens once at an event, although a second one is thrown before its token moves', async () => {
    const says = (word: string) =>
      `<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=&quot;${word}&quot;" target="text" /></zeebe:ioMapping></bpmn:extensionElements>`;
    const both = thrown('t', says('zweites')) + thrown('u', says('erstes')) + flow('w', 't') + flow('w', 'u');
    const rest = flow('start', 'c') + flow('c', 'a') + flow('start', 'w');
    const world = await started(file(start + caught('c') + task('a') + task('w') + both + rest));
    completeTask(world, 'w');
    expect(openTasks(world)).toEqual(['a']);
    expect(variablesAt(world, 'a')).toEqual({ text: 'erstes' });
  });

  it('is not heard by a wait that a stuck step has taken back', async () => {
    const second = `<bpmn:boundaryEvent id="r" attachedToRef="a">${definition()}</bpmn:boundaryEvent><bpmn:boundaryEvent id="z" attachedToRef="a"><bpmn:timerEventDefinition><bpmn:timeDuration>=fehlt</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
    const rest = task('y') + flow('r', 'y') + flow('z', 'y') + flow('start', 'a');
    const world = await started(
      file(start + task('a') + task('w') + thrown('t') + second + rest + chain('start', 'w', 't')),
    );
    expect(world.incidents).toMatchObject([{ elementId: 'a' }]);
    completeTask(world, 'w');
    expect(openTasks(world)).toEqual([]);
  });

  it('is thrown by an end event, too', async () => {
    const end = `<bpmn:endEvent id="ende">${definition()}</bpmn:endEvent>`;
    const world = await started(
      file(start + caught('c') + task('w') + end + flow('start', 'c') + chain('start', 'w', 'ende')),
    );
    completeTask(world, 'w');
    expect(world.ended?.outcome).toBe('completed');
  });
});
