import type { JsonObject } from '../json.js';
import {
  bpmn,
  chain,
  completeTask,
  failTask,
  flow,
  jobAt,
  migrateTo,
  openTasks,
  passTime,
  publish,
  resolveIncident,
  started,
  task,
  throwAtTask,
  variablesAt,
  worldOf,
  type World,
} from '../world.testing.js';
import { migrate } from './migrate.js';

const start = '<bpmn:startEvent id="start" />';
const roots =
  '<bpmn:error id="E" errorCode="E" /><bpmn:message id="m" name="ruf"><bpmn:extensionElements><zeebe:subscription correlationKey="=schluessel" /></bpmn:extensionElements></bpmn:message>';
const messageEvent = '<bpmn:messageEventDefinition messageRef="m" />';
const timerEvent = '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>';
const file = (content: string) => bpmn(start + content, roots);
const boundary = (id: string, at: string, definition: string, to: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${at}">${definition}</bpmn:boundaryEvent>${task(to)}${flow(id, to)}`;
const teil = (inner: string) => `<bpmn:subProcess id="teil"><bpmn:startEvent id="innen" />${inner}</bpmn:subProcess>`;
const caught = (id: string) => `<bpmn:intermediateCatchEvent id="${id}">${messageEvent}</bpmn:intermediateCatchEvent>`;
const onMessage = `<bpmn:subProcess id="ereignis" triggeredByEvent="true"><bpmn:startEvent id="es">${messageEvent}</bpmn:startEvent>${task('gerufen')}${flow('es', 'gerufen')}</bpmn:subProcess>`;
const variables = { schluessel: 'v1' };

async function findings(world: World, xml: string, mapping: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { model } = await worldOf(xml);
  const surroundings = { now: world.now, nextKey: () => '999' };
  const result = migrate(world.model, model, world.state!, mapping, surroundings);
  return (result.kind === 'refused' ? result.findings : result.warnings).map(({ code, at }) => `${code} ${at}`);
}

async function moved(world: World, xml: string, mapping: Readonly<Record<string, string>> = {}): Promise<World> {
  return migrateTo(world, (await worldOf(xml)).model, mapping);
}

const simple = (id: string, more = '') => file(task(id) + chain('start', id) + more);

describe('a migration is refused', () => {
  it.each<[string, string, string, Readonly<Record<string, string>>]>([
    ['a mapping from nowhere', 'migrate.mapping x', simple('a'), { x: 'a' }],
    ['a mapping to nowhere', 'migrate.mapping a', simple('a'), { a: 'x' }],
    ['an element that is gone', 'migrate.missing a', simple('b'), {}],
    ['an element of another kind', 'migrate.kind a', file('<bpmn:userTask id="a" />' + chain('start', 'a')), {}],
    [
      'an element in another scope',
      'migrate.scope a',
      file(teil(task('a') + flow('innen', 'a')) + flow('start', 'teil')),
      {},
    ],
    [
      'an element that has become a multi-instance',
      'migrate.kind a',
      file(
        task(
          'a',
          '',
          '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1]" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>',
        ) + chain('start', 'a'),
      ),
      {},
    ],
  ])('for %s', async (_, finding, xml, mapping) => {
    expect(await findings(await started(simple('a')), xml, mapping)).toContain(finding);
  });

  it('where a job waits and the new element asks for none', async () => {
    const scripted = (extension: string) =>
      file(
        `<bpmn:scriptTask id="a"><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:scriptTask>${chain('start', 'a')}`,
      );
    const world = await started(scripted('<zeebe:taskDefinition type="t" />'));
    expect(await findings(world, scripted('<zeebe:script expression="=1" resultVariable="r" />'))).toEqual([
      'migrate.kind a',
    ]);
  });

  it('where a token waits at a join that the new flow does not reach', async () => {
    const joined = (last: string) =>
      file(
        `<bpmn:parallelGateway id="auf" /><bpmn:parallelGateway id="zu" />${task('a')}${task('b')}${chain('start', 'auf', 'a', last)}${chain('auf', 'b', 'zu')}`,
      );
    const world = await started(joined('zu'));
    completeTask(world, 'a');
    expect(await findings(world, joined('b'))).toEqual(['migrate.join zu']);
  });

  it('where a finished activity could not be undone any more', async () => {
    const undoable = file(
      `${task('a')}<bpmn:boundaryEvent id="r" attachedToRef="a"><bpmn:compensateEventDefinition id="d" /></bpmn:boundaryEvent>${task('h').replace(' id=', ' isForCompensation="true" id=')}<bpmn:association id="as" sourceRef="r" targetRef="h" />${task('b')}${chain('start', 'a', 'b')}`,
    );
    const world = await started(undoable);
    completeTask(world, 'a');
    expect(await findings(world, file(task('a') + task('b') + chain('start', 'a', 'b')))).toEqual([
      'migrate.compensation a',
    ]);
    completeTask(await moved(world, undoable), 'b');
  });

  it('where a new event cannot be waited for, with the reason', async () => {
    const world = await started(simple('a'));
    expect(await findings(world, simple('a', boundary('r', 'a', messageEvent, 'x')))).toEqual(['migrate.wait r']);
  });
});

describe('a migration', () => {
  it('keeps tokens, jobs and variables, and goes on by the new model', async () => {
    const world = await started(simple('a'), { x: 1 });
    const after = await moved(world, file(task('neu') + task('danach') + chain('start', 'neu', 'danach')), {
      a: 'neu',
    });
    expect(jobAt(after, 'neu')).toMatchObject({ key: jobAt(world, 'a').key, type: 'a' });
    completeTask(after, 'neu', { y: 2 });
    expect(variablesAt(after, 'danach')).toEqual({ x: 1, y: 2 });
  });

  it('changes nothing in a dry run', async () => {
    const world = await started(simple('a'));
    const before = JSON.stringify(world.state);
    await findings(world, simple('neu'), { a: 'neu' });
    expect(JSON.stringify(world.state)).toBe(before);
  });

  it('moves the time of a timer along, and the key of a message', async () => {
    const before = file(
      task('a') + boundary('r', 'a', timerEvent, 'x') + caught('c') + flow('start', 'a') + flow('start', 'c'),
    );
    const xml = before.replaceAll('"r"', '"r2"').replaceAll('"c"', '"c2"');
    const world = await started(before, variables);
    passTime(world, 1_800_000);
    expect(await findings(world, xml, { r: 'r2', c: 'c2' })).toEqual([]);
    const after = await moved(world, xml, { r: 'r2', c: 'c2' });
    passTime(after, 1_800_000);
    expect(openTasks(after)).toEqual(['x']);
    expect(publish(after, 'ruf', 'v1')).toBe('correlated');
    completeTask(after, 'x');
    expect(after.ended?.outcome).toBe('completed');
  });

  it('stops waiting for events that are gone and begins with new ones, with a warning for each', async () => {
    const world = await started(simple('a', boundary('r', 'a', timerEvent, 'x')), variables);
    const xml = simple(
      'a',
      boundary('neu', 'a', messageEvent, 'x') + onMessage.replaceAll('messageRef="m"', 'messageRef="m"'),
    );
    expect(await findings(world, xml)).toEqual([
      'migrate.waitOpened es',
      'migrate.waitClosed r',
      'migrate.waitOpened neu',
    ]);
    const after = await moved(world, xml);
    expect(after.timers).toEqual([]);
    expect(after.subscriptions.map(({ targetId }) => targetId)).toEqual(['es', 'neu']);
  });

  it('takes another event behind the same id for a new one', async () => {
    const world = await started(simple('a', boundary('r', 'a', timerEvent, 'x')), variables);
    const after = await moved(world, simple('a', boundary('r', 'a', messageEvent, 'x')));
    expect([after.timers, after.subscriptions.length]).toEqual([[], 1]);
  });

  it('keeps tokens at a join under its new name', async () => {
    const joined = (zu: string) =>
      file(
        `<bpmn:parallelGateway id="auf" /><bpmn:parallelGateway id="${zu}" />${task('a')}${task('b')}${chain('start', 'auf', 'a', zu)}${chain('auf', 'b', zu)}`,
      );
    const world = await started(joined('zu'));
    completeTask(world, 'a');
    const after = await moved(world, joined('neu'), { zu: 'neu', 'a-zu': 'a-neu', 'b-zu': 'b-neu' });
    completeTask(after, 'b');
    expect(after.ended?.outcome).toBe('completed');
  });

  it('catches errors by the new model', async () => {
    const world = await started(simple('a'));
    const errorEvent = '<bpmn:errorEventDefinition errorRef="E" />';
    const after = await moved(world, simple('a', boundary('r', 'a', errorEvent, 'x')));
    throwAtTask(after, 'a', 'E');
    expect(openTasks(after)).toEqual(['x']);
  });

  it('keeps incidents, which are resolved by the new model', async () => {
    const failing = (source: string) =>
      file(
        `<bpmn:exclusiveGateway id="g" />${task('a')}<bpmn:sequenceFlow id="f" sourceRef="g" targetRef="a"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${source}</bpmn:conditionExpression></bpmn:sequenceFlow>${flow('start', 'g')}`,
      );
    const world = await started(failing('=fehlt = 1'));
    const after = await moved(world, failing('=true'));
    resolveIncident(after);
    expect(openTasks(after)).toEqual(['a']);
    failTask(after, 'a', 0);
    const again = await moved(after, failing('=true'));
    resolveIncident(again);
    completeTask(again, 'a');
    expect(again.ended?.outcome).toBe('completed');
  });

  it('to the same model changes nothing', async () => {
    const data: JsonObject = { ...variables, n: 1 };
    const world = await started(simple('a', boundary('r', 'a', timerEvent, 'x') + onMessage), data);
    const seen = world.effects.length;
    const after = await moved(world, simple('a', boundary('r', 'a', timerEvent, 'x') + onMessage));
    expect(after.state).toEqual(world.state);
    expect(after.effects.slice(seen)).toEqual([]);
  });
});
