import type { JsonObject } from './json.js';
import type { Model } from './model.js';
import type { Command, Effect, Key } from './state.js';
import { emptyWorld, send, worldOf, type World } from './world.testing.js';

/** Process instances that call each other, and the part of a store that keeps them together. */
export interface Family {
  /** In force, by process id. */
  readonly models: Map<string, Model>;
  /** By the key of the instance, the oldest first. */
  readonly members: Map<Key, World>;
  lastKey: number;
  /** What all members asked for, in order. */
  readonly effects: Effect[];
  decide?: World['around']['decide'];
}

/** A family whose processes are deployed and of which none runs. */
export async function familyOf(...files: readonly string[]): Promise<Family> {
  const models = await Promise.all(files.map(async (xml) => (await worldOf(xml)).model));
  return {
    models: new Map(models.map((model) => [model.processId, model])),
    members: new Map(),
    lastKey: 0,
    effects: [],
  };
}

/** Starts a process without a trigger. */
export function startIn(family: Family, processId: string, variables: JsonObject = {}): World {
  return begin(family, processId, { kind: 'start', startId: null, variables });
}

/** The newest instance of a process. */
export function memberOf(family: Family, processId: string): World {
  const found = [...family.members.values()].filter(({ model }) => model.processId === processId).at(-1);
  if (found === undefined) throw new Error(`No instance of ${processId}`);
  return found;
}

/** Sends a command to one member, and everything that follows from it to the others. */
export function sendTo(family: Family, world: World, command: Command): 'done' | 'gone' | 'blocked' {
  const seen = world.effects.length;
  world.lastKey = family.lastKey;
  world.around = { callable: callableIn(family), callers: callersOf(family, world) };
  if (family.decide !== undefined) world.around = { ...world.around, decide: family.decide };
  const outcome = send(world, command);
  family.lastKey = world.lastKey;
  if (world.state !== null) family.members.set(world.state.rootKey, world);
  family.effects.push(...world.effects.slice(seen));
  for (const effect of world.effects.slice(seen)) follow(family, world, effect);
  return outcome;
}

/** Everybody hears a signal who waits for it, and it starts every process that begins with it. */
export function broadcastIn(family: Family, name: string, variables: JsonObject, except: World | null = null): void {
  const waiting = [...family.members.values()]
    .filter((member) => member !== except)
    .flatMap((world) => world.signals.map((open) => ({ world, open })))
    .filter(({ open }) => open.signalName === name);
  for (const { world, open } of waiting) {
    if (!world.signals.includes(open)) continue;
    const { elementKey, targetId } = open;
    sendTo(family, world, { kind: 'correlate', elementKey, targetId, variables });
  }
  for (const { processId, signalStarts } of family.models.values()) {
    for (const { elementId, signalName } of signalStarts) {
      if (signalName === name) begin(family, processId, { kind: 'start', startId: elementId, variables });
    }
  }
}

function begin(family: Family, processId: string, command: Command): World {
  const model = family.models.get(processId);
  if (model === undefined) throw new Error(`${processId} is not deployed`);
  const world = emptyWorld(model);
  sendTo(family, world, command);
  return world;
}

function follow(family: Family, world: World, effect: Effect): void {
  if (effect.kind === 'childCalled') {
    const parent = { instanceKey: world.state?.rootKey ?? '', elementKey: effect.elementKey };
    begin(family, effect.processId, { kind: 'start', startId: null, variables: effect.variables, parent });
  }
  if (effect.kind === 'childCancelled') {
    const child = [...family.members.values()].find(({ state }) => state?.parent?.elementKey === effect.elementKey);
    if (child !== undefined) sendTo(family, child, { kind: 'cancel' });
  }
  if (effect.kind === 'signalBroadcast') broadcastIn(family, effect.name, effect.variables, world);
  const parent = world.state?.parent;
  const caller = parent === undefined ? undefined : family.members.get(parent.instanceKey);
  if (parent === undefined || caller === undefined) return;
  const { elementKey } = parent;
  if (effect.kind === 'instanceEnded' && effect.outcome === 'completed') {
    sendTo(family, caller, { kind: 'childEnded', elementKey, variables: effect.variables });
  }
  if (effect.kind === 'errorPropagated') {
    sendTo(family, caller, { kind: 'childFailed', elementKey, code: effect.code, variables: effect.variables });
  }
  if (effect.kind === 'escalationPropagated') {
    sendTo(family, caller, { kind: 'childEscalated', elementKey, code: effect.code, variables: effect.variables });
  }
}

function callableIn({ models }: Family): NonNullable<World['around']['callable']> {
  return (processId) => {
    const model = models.get(processId);
    if (model === undefined) return 'not deployed';
    return model.elements.get(processId)?.container?.startId == null ? 'no start' : 'startable';
  };
}

function callersOf(family: Family, world: World): NonNullable<World['around']['callers']> {
  const parent = world.state?.parent;
  const caller = parent === undefined ? undefined : family.members.get(parent.instanceKey);
  if (parent === undefined || caller === undefined || caller.state === null) return [];
  return [{ model: caller.model, state: caller.state, elementKey: parent.elementKey }, ...callersOf(family, caller)];
}
