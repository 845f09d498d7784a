import {
  bpmn,
  chain,
  findingsOf,
  flow,
  openTasks,
  passTime,
  path,
  publish,
  resolveIncident,
  send,
  started,
  task,
  variablesAt,
} from '../world.testing.js';

const roots =
  '<bpmn:message id="m" name="antwort"><bpmn:extensionElements><zeebe:subscription correlationKey="=schluessel" /></bpmn:extensionElements></bpmn:message>';
const message = (id: string) =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateCatchEvent>`;
const timer = (id: string) =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
const gateway = (...events: readonly string[]) =>
  `<bpmn:startEvent id="start" /><bpmn:eventBasedGateway id="warten" />${flow('start', 'warten')}${events.map((id) => flow('warten', id)).join('')}`;
const model = bpmn(
  `${gateway('ruf', 'frist')}${message('ruf')}${timer('frist')}${task('a')}${task('b')}${chain('ruf', 'a')}${chain('frist', 'b')}`,
  roots,
);

describe('event-based gateway', () => {
  it.each([
    ['one event', gateway('ruf') + message('ruf'), 'gateway.events warten'],
    ['a task', gateway('ruf', 'a') + message('ruf') + task('a'), 'gateway.events warten'],
    [
      'an event to which another flow leads',
      gateway('ruf', 'frist') + message('ruf') + timer('frist') + flow('start', 'ruf'),
      'gateway.events warten',
    ],
    ['one message twice', gateway('ruf', 'zwei') + message('ruf') + message('zwei'), 'gateway.sameMessage warten'],
  ])('is refused before %s', async (_, content, finding) => {
    expect(await findingsOf(bpmn(content, roots))).toContain(finding);
  });

  it('raises an incident where it cannot wait for one of them, and waits for all when it can', async () => {
    const world = await started(model);
    expect(world.incidents).toMatchObject([{ elementId: 'warten', type: 'EXTRACT_VALUE_ERROR' }]);
    expect(world.timers).toEqual([]);
    send(world, { kind: 'setVariables', scopeKey: world.state!.rootKey, variables: { schluessel: 'v' }, local: false });
    resolveIncident(world);
    expect([world.timers.length, world.subscriptions.length]).toEqual([1, 1]);
  });

  it('goes the way of the message and forgets the timer', async () => {
    const world = await started(model, { schluessel: 'v' });
    publish(world, 'antwort', 'v', { text: 'ja' });
    expect(path(world)).toEqual(['process', 'start', 'warten', 'ruf', 'a']);
    expect(variablesAt(world, 'a')).toMatchObject({ text: 'ja' });
    expect([world.timers, world.subscriptions]).toEqual([[], []]);
  });

  it('goes the way of the timer and does not hear the message any more', async () => {
    const world = await started(model, { schluessel: 'v' });
    passTime(world, 3_600_000);
    expect(openTasks(world)).toEqual(['b']);
    expect(publish(world, 'antwort', 'v')).toBe('ignored');
  });
});
