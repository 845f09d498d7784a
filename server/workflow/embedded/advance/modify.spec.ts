import type { Activation, Key } from '../state.js';
import {
  bpmn,
  chain,
  completeTask,
  flow,
  openTasks,
  path,
  publish,
  resolveIncident,
  send,
  started,
  task,
  variablesAt,
  type World,
} from '../world.testing.js';
import { modificationFindings } from './modification-findings.js';

const loop =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=liste" inputElement="e" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
const input =
  '<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="lokal" /></zeebe:ioMapping></bpmn:extensionElements>';
const rueckruf = `<bpmn:subProcess id="ereignis" triggeredByEvent="true"><bpmn:startEvent id="ereignis-start"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>${task('nachricht')}${flow('ereignis-start', 'nachricht')}</bpmn:subProcess>`;
const message = (key: string) =>
  `<bpmn:message id="m" name="ruf"><bpmn:extensionElements><zeebe:subscription correlationKey="${key}" /></bpmn:extensionElements></bpmn:message>`;
const model = (more = '', roots = '') =>
  bpmn(
    `<bpmn:startEvent id="start" />${task('a')}
     <bpmn:boundaryEvent id="rand" attachedToRef="a"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
     <bpmn:subProcess id="teil">${input}<bpmn:startEvent id="innen" />${task('b')}${task('c')}${chain('innen', 'b', 'c')}${more}</bpmn:subProcess>
     <bpmn:exclusiveGateway id="wahl" />${task('z')}<bpmn:endEvent id="ende" />${chain('start', 'a', 'teil', 'wahl', 'z', 'ende')}${flow('rand', 'z')}`,
    roots,
  );
const loops = bpmn(
  `<bpmn:startEvent id="start" />${task('a')}<bpmn:subProcess id="teil"><bpmn:startEvent id="innen" />${task('b')}${flow('innen', 'b')}${loop}</bpmn:subProcess>${chain('start', 'a', 'teil')}`,
);

const activation = (elementId: string, more: Partial<Activation> = {}): Activation => ({
  elementId,
  ancestorKey: null,
  variables: [],
  ...more,
});

function keyOf(world: World, elementId: string): Key {
  const found = Object.values(world.state?.instances ?? {}).find((instance) => instance.elementId === elementId);
  if (found === undefined) throw new Error(`${elementId} is not active`);
  return found.key;
}

function modify(world: World, terminate: readonly string[], ...activate: readonly Activation[]): void {
  send(world, { kind: 'modify', terminate: terminate.map((id) => keyOf(world, id)), activate });
}

function findings(world: World, terminate: readonly Key[], ...activate: readonly Activation[]): string[] {
  return modificationFindings(world.model, world.state!, { terminate, activate }).map(
    ({ code, at }) => `${code} ${at}`,
  );
}

describe('a modification is refused', () => {
  it.each([
    ['nichts', 'modify.unknownElement'],
    ['start', 'modify.notActivatable'],
    ['innen', 'modify.notActivatable'],
    ['rand', 'modify.notActivatable'],
    ['process', 'modify.notActivatable'],
    ['start-a', 'modify.unknownElement'],
  ])('for the element %s with %s', async (elementId, code) => {
    expect(findings(await started(model()), [], activation(elementId))).toEqual([`${code} ${elementId}`]);
  });

  it('for keys that are not there, all at once', async () => {
    expect(findings(await started(model()), ['98'], activation('z', { ancestorKey: '99' }))).toEqual([
      'modify.unknownInstance 98',
      'modify.unknownInstance 99',
    ]);
  });

  it('for an ancestor that is none, or that ends in the same step', async () => {
    const world = await started(model());
    const ancestorKey = keyOf(world, 'a');
    expect(findings(world, [], activation('z', { ancestorKey }))).toEqual(['modify.ancestor z']);
    expect(findings(world, [world.state!.rootKey], activation('z'))).toEqual(['modify.ancestor z']);
  });

  it('for variables of a scope that is not around the element', async () => {
    const variables = [{ scopeId: 'teil', variables: {} }];
    expect(findings(await started(model()), [], activation('z', { variables }))).toEqual(['modify.variableScope z']);
  });

  it('where the scope is a multi-instance without a run, or with several', async () => {
    const world = await started(loops, { liste: [1, 2] });
    expect(findings(world, [], activation('b'))).toEqual(['modify.multiInstance b']);
    completeTask(world, 'a');
    expect(findings(world, [], activation('b'))).toEqual(['modify.severalScopes b']);
  });

  it('where it would end a process that another one has called', async () => {
    const world = await started(model());
    completeTask(world, 'a');
    world.state!.parent = { instanceKey: '1', elementKey: '2' };
    expect(findings(world, [keyOf(world, 'b')])).toEqual(['modify.child process']);
    expect(findings(world, [keyOf(world, 'b')], activation('z'))).toEqual([]);
  });
});

describe('a modification', () => {
  it('moves a token, with variables for the process and for the element', async () => {
    const world = await started(model());
    const variables = [
      { scopeId: null, variables: { global: 1 } },
      { scopeId: 'z', variables: { lokal: 2 } },
    ];
    modify(world, ['a'], activation('z', { variables }));
    expect(openTasks(world)).toEqual(['z']);
    expect(world.timers).toEqual([]);
    expect(variablesAt(world, 'z')).toEqual({ global: 1, lokal: 2 });
    completeTask(world, 'z');
    expect(world.ended?.variables).toEqual({ global: 1 });
  });

  it('makes the scope around the element without its mappings and its start', async () => {
    const world = await started(model());
    modify(world, ['a'], activation('c', { variables: [{ scopeId: 'teil', variables: { s: 1 } }] }));
    expect(path(world)).toEqual(['process', 'start', 'a', 'teil', 'c']);
    expect(variablesAt(world, 'c')).toEqual({ s: 1 });
    completeTask(world, 'c');
    expect(openTasks(world)).toEqual(['z']);
  });

  it('makes one scope for two elements, and listens for its events', async () => {
    const world = await started(model(rueckruf, message('=schluessel')), { schluessel: 'v1' });
    modify(world, ['a'], activation('b'), activation('c'));
    expect(path(world).filter((id) => id === 'teil')).toHaveLength(1);
    publish(world, 'ruf', 'v1');
    expect(openTasks(world)).toEqual(['nachricht']);
  });

  it('raises an incident at a new scope that cannot listen, and listens when it is resolved', async () => {
    const world = await started(model(rueckruf, message('=schluessel')));
    modify(world, ['a'], activation('b'));
    expect(openTasks(world)).toEqual(['b']);
    expect(world.incidents).toMatchObject([{ elementId: 'teil', type: 'EXTRACT_VALUE_ERROR' }]);
    send(world, {
      kind: 'setVariables',
      scopeKey: world.state!.rootKey,
      variables: { schluessel: 'v1' },
      local: false,
    });
    resolveIncident(world);
    expect(publish(world, 'ruf', 'v1')).toBe('correlated');
    expect(path(world).filter((id) => id === 'innen')).toEqual([]);
  });

  it('puts a token into the active scope, or into a new one beside it where the ancestor is named', async () => {
    const world = await started(model());
    completeTask(world, 'a');
    modify(world, [], activation('c'));
    expect(path(world).filter((id) => id === 'teil')).toHaveLength(1);
    modify(world, [], activation('c', { ancestorKey: world.state!.rootKey }));
    expect(path(world).filter((id) => id === 'teil')).toHaveLength(2);
    expect(openTasks(world)).toEqual(['b', 'c', 'c']);
  });

  it('ends the scopes that are empty then, up to the process', async () => {
    const world = await started(model());
    completeTask(world, 'a');
    modify(world, ['b']);
    expect(world.ended?.outcome).toBe('terminated');
    expect(world.state).toMatchObject({ status: 'terminated', instances: {} });
  });

  it('leaves a scope alive into which a token is put while its last one ends', async () => {
    const world = await started(model());
    completeTask(world, 'a');
    modify(world, ['b'], activation('c'));
    expect(openTasks(world)).toEqual(['c']);
    expect(path(world).filter((id) => id === 'teil')).toHaveLength(1);
  });

  it('runs a gateway at once and a sub-process from its start', async () => {
    const world = await started(model());
    modify(world, ['a'], activation('wahl'), activation('teil'));
    expect(openTasks(world)).toEqual(['z', 'b']);
    expect(variablesAt(world, 'b')).toEqual({ lokal: 1 });
  });

  it('ends one run of a multi-instance: the others go on, and the loop ends with the last', async () => {
    const world = await started(loops, { liste: [1, 2] });
    completeTask(world, 'a');
    const runs = Object.values(world.state!.instances).filter(
      ({ elementId, role }) => elementId === 'teil' && role === 'element',
    );
    send(world, { kind: 'modify', terminate: [runs[0]!.key], activate: [] });
    expect(openTasks(world)).toEqual(['b']);
    completeTask(world, 'b');
    expect(world.ended?.outcome).toBe('completed');
  });

  it('that names the process ends it', async () => {
    const world = await started(model());
    modify(world, ['process']);
    expect(world.ended?.outcome).toBe('terminated');
  });
});
