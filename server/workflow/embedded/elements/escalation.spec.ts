import { familyOf, memberOf, sendTo, startIn } from '../family.testing.js';
import {
  bpmn,
  chain,
  completeTask,
  findingsOf,
  flow,
  jobAt,
  openTasks,
  path,
  started,
  task,
} from '../world.testing.js';

const start = '<bpmn:startEvent id="start" />';
const roots =
  '<bpmn:escalation id="X" escalationCode="X" /><bpmn:escalation id="Y" escalationCode="Y" /><bpmn:escalation id="Ohne" /><bpmn:escalation id="Formel" escalationCode="=x" /><bpmn:error id="E" errorCode="E" />';
const definition = (reference: string | null) =>
  `<bpmn:escalationEventDefinition${reference === null ? '' : ` escalationRef="${reference}"`} />`;
const thrown = (id = 'wurf', reference: string | null = 'X') =>
  `<bpmn:intermediateThrowEvent id="${id}">${definition(reference)}</bpmn:intermediateThrowEvent>`;
const ended = (id = 'wurf', reference: string | null = 'X') =>
  `<bpmn:endEvent id="${id}">${definition(reference)}</bpmn:endEvent>`;
const caught = (id: string, at: string, to: string, reference: string | null = 'X', interrupting = true) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${at}" cancelActivity="${interrupting}">${definition(reference)}</bpmn:boundaryEvent>${task(to)}${flow(id, to)}`;
const onEscalation = (id: string, reference: string | null = 'X', interrupting = true) =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}-start" isInterrupting="${interrupting}">${definition(reference)}</bpmn:startEvent>${task(`${id}-arbeit`)}${flow(`${id}-start`, `${id}-arbeit`)}</bpmn:subProcess>`;
const teil = (inner: string) => `<bpmn:subProcess id="teil"><bpmn:startEvent id="innen" />${inner}</bpmn:subProcess>`;
const file = (content: string) => bpmn(start + content, roots);

describe('an escalation is refused', () => {
  it.each([
    ['thrown without a code', thrown('x', null) + flow('start', 'x'), 'event.incomplete x'],
    ['thrown by a reference without a code', ended('x', 'Ohne') + flow('start', 'x'), 'event.incomplete x'],
    [
      'caught with an expression for a code',
      teil(task('a') + flow('innen', 'a')) + caught('x', 'teil', 'y', 'Formel') + flow('start', 'teil'),
      'event.unsupported x',
    ],
    ['at a task', task('a') + caught('x', 'a', 'y') + flow('start', 'a'), 'event.unsupported x'],
    [
      'caught twice at one place',
      teil(task('a') + flow('innen', 'a')) +
        caught('r', 'teil', 'y') +
        caught('x', 'teil', 'z') +
        flow('start', 'teil'),
      'event.duplicate x',
    ],
    [
      'caught by two event sub-processes of one scope',
      task('a') + onEscalation('e') + onEscalation('f') + flow('start', 'a'),
      'event.duplicate f-start',
    ],
  ])('%s', async (_, content, finding) => {
    expect(await findingsOf(file(content))).toContain(finding);
  });
});

describe('an escalation', () => {
  it.each([
    ['throw event', thrown() + task('danach') + chain('start', 'wurf', 'danach'), ['danach']],
    ['end event', ended() + task('danach') + flow('start', 'wurf') + flow('start', 'danach'), ['danach']],
  ])('that nobody catches is nothing, at a %s', async (_, content, open) => {
    const world = await started(file(content));
    expect(openTasks(world)).toEqual(open);
    expect(world.incidents).toEqual([]);
  });

  it('ends the sub-process that it leaves through an interrupting event', async () => {
    const world = await started(
      file(teil(thrown() + task('a') + chain('innen', 'wurf', 'a')) + caught('r', 'teil', 'y') + flow('start', 'teil')),
    );
    expect(openTasks(world)).toEqual(['y']);
    expect(path(world)).not.toContain('a');
  });

  it('goes on beside an event that does not interrupt, which is through first', async () => {
    const world = await started(
      file(
        teil(thrown() + task('a') + chain('innen', 'wurf', 'a')) +
          caught('r', 'teil', 'y', 'X', false) +
          flow('start', 'teil'),
      ),
    );
    expect(openTasks(world)).toEqual(['y', 'a']);
  });

  it('is caught by its code before one that takes every escalation', async () => {
    const world = await started(
      file(
        teil(ended() + flow('innen', 'wurf')) +
          caught('alle', 'teil', 'y', null, false) +
          caught('genau', 'teil', 'z', 'X', false) +
          caught('andere', 'teil', 'w', 'Y', false) +
          flow('start', 'teil'),
      ),
    );
    expect(openTasks(world)).toEqual(['z']);
  });

  it.each([
    [true, ['e-arbeit']],
    [false, ['a', 'e-arbeit']],
  ])('starts an event sub-process of its scope, interrupting: %s', async (interrupting, open) => {
    const world = await started(
      file(thrown() + task('a') + onEscalation('e', 'X', interrupting) + chain('start', 'wurf', 'a')),
    );
    expect(openTasks(world)).toEqual(open);
  });

  it('leaves a called process by the call activity, which goes on where the event does not interrupt', async () => {
    const child = file(task('a') + thrown() + task('b') + chain('start', 'a', 'wurf', 'b')).replace(
      'id="process"',
      'id="kind"',
    );
    const calling = (interrupting: boolean) =>
      file(
        `<bpmn:callActivity id="ruf"><bpmn:extensionElements><zeebe:calledElement processId="kind" /></bpmn:extensionElements></bpmn:callActivity>${caught('r', 'ruf', 'y', 'X', interrupting)}${flow('start', 'ruf')}`,
      );
    for (const interrupting of [false, true]) {
      const family = await familyOf(calling(interrupting), child);
      const world = startIn(family, 'process');
      const called = memberOf(family, 'kind');
      const { key: jobKey, elementKey } = jobAt(called, 'a');
      sendTo(family, called, { kind: 'completeJob', jobKey, elementKey, variables: {} });
      expect(openTasks(world)).toEqual(['y']);
      expect(openTasks(called)).toEqual(interrupting ? [] : ['b']);
      expect(called.ended?.outcome).toBe(interrupting ? 'terminated' : undefined);
    }
  });
});

describe('an error that an event sub-process throws', () => {
  const event = (interrupting: boolean) =>
    `<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="e-start" isInterrupting="${interrupting}">${definition('X')}</bpmn:startEvent><bpmn:endEvent id="e-ende"><bpmn:errorEventDefinition errorRef="E" /></bpmn:endEvent>${flow('e-start', 'e-ende')}</bpmn:subProcess>`;
  const sibling = `<bpmn:subProcess id="f" triggeredByEvent="true"><bpmn:startEvent id="f-start"><bpmn:errorEventDefinition errorRef="E" /></bpmn:startEvent>${task('q')}${flow('f-start', 'q')}</bpmn:subProcess>`;

  it('is caught by its sibling unless it has interrupted their scope', async () => {
    const content = (interrupting: boolean) =>
      file(task('a') + thrown() + chain('start', 'a', 'wurf') + event(interrupting) + sibling);
    const beside = await started(content(false));
    completeTask(beside, 'a');
    expect(openTasks(beside)).toEqual(['q']);
    const interrupted = await started(content(true));
    completeTask(interrupted, 'a');
    expect(interrupted.incidents).toMatchObject([{ type: 'UNHANDLED_ERROR_EVENT' }]);
  });
});
