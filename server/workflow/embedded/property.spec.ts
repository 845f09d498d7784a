import { advance } from './advance.js';
import { broadcastIn, familyOf, sendTo, startIn, type Family } from './family.testing.js';
import { calledModel, randomModel, randomNumbers, type Random } from './random-model.testing.js';
import { elementOf } from './model.js';
import type { ElementInstance, State } from './state.js';
import type { World } from './world.testing.js';

describe('random models under random schedules', () => {
  for (let seed = 1; seed <= 200; seed++) {
    it(`keep every token, leave no orphans and replay to the same state (seed ${seed})`, async () => {
      const random = randomNumbers(seed);
      const family = await familyOf(randomModel(random), calledModel);
      const liste = [1, 2, 3].slice(random(4));
      const world = startIn(family, 'process', { schluessel: 'v1', n: random(5), v0: 0, liste });
      expectSound(family);
      for (let round = 0; round < 60 && world.ended === null; round++) {
        act(family, random);
        expectSound(family);
      }
      finish(family, world);
      expect(world.ended?.outcome).toBe('completed');
      for (const member of family.members.values()) {
        expect(member.ended).not.toBeNull();
        const { jobs, timers, subscriptions, signals, incidents, called } = member;
        expect([jobs, timers, subscriptions, signals, incidents, called].flat()).toEqual([]);
        expect(replayed(member)).toEqual(member.state);
      }
    });
  }
});

function act(family: Family, random: Random): void {
  const members = [...family.members.values()].filter(({ ended }) => ended === null);
  const world = members[random(members.length)];
  if (world === undefined) return;
  const job = world.jobs[random(Math.max(1, world.jobs.length))];
  const before = JSON.stringify(world.state);
  const action = random(10);
  if (action === 0) return passTime(family, 1_800_000);
  if (action === 1)
    return random(6) === 0 ? interrupt(family, random) : broadcastIn(family, 'signal', { v1: random(9) });
  if (action === 2) {
    const unknown = { kind: 'completeJob', elementKey: '9999', jobKey: '9999', variables: {} } as const;
    return expect(sendTo(family, world, unknown)).toBe('gone');
  }
  if (world.incidents.length > 0 && random(2) === 0) return resolveFirst(family, world);
  if (job === undefined) return;
  const at = { elementKey: job.elementKey, jobKey: job.key };
  if (action === 3) sendTo(family, world, { kind: 'failJob', ...at, retries: random(2), backOffMs: 0, message: 'x' });
  else if (action === 4) sendTo(family, world, { kind: 'throwError', ...at, code: 'E', message: 'x', variables: {} });
  else {
    const variables = { [`v${random(3)}`]: random(9), ...(random(3) === 0 ? { lokal: random(3) } : {}) };
    const outcome = sendTo(family, world, { kind: 'completeJob', ...at, variables });
    if (outcome !== 'done') expect(JSON.stringify(world.state)).toBe(before);
  }
}

function passTime(family: Family, milliseconds: number): void {
  for (const world of family.members.values()) {
    world.now = new Date(world.now.getTime() + milliseconds);
    for (const timer of world.timers.filter(({ due }) => due <= world.now)) {
      sendTo(family, world, { kind: 'fireTimer', timer });
    }
  }
}

function interrupt(family: Family, random: Random): void {
  if (random(2) === 0) return broadcastIn(family, 'ruf', {});
  for (const world of family.members.values()) {
    const [open] = world.subscriptions;
    if (open === undefined) continue;
    const { elementKey, targetId } = open;
    sendTo(family, world, { kind: 'correlate', elementKey, targetId, variables: {} });
  }
}

/** Helps with everything that is stuck and completes everything that is open. */
function finish(family: Family, world: World): void {
  for (let round = 0; round < 3000 && world.ended === null; round++) {
    const members = [...family.members.values()];
    const stuck = members.find(({ incidents }) => incidents.length > 0);
    const busy = members.find(({ jobs }) => jobs.length > 0);
    const [job] = busy?.jobs ?? [];
    if (stuck !== undefined) resolveFirst(family, stuck);
    else if (busy !== undefined && job !== undefined) {
      sendTo(family, busy, { kind: 'completeJob', elementKey: job.elementKey, jobKey: job.key, variables: {} });
    } else if (members.some(({ timers }) => timers.length > 0)) passTime(family, 3_600_000);
    else if (waitsForSignal(members)) broadcastIn(family, 'signal', {});
    else throw new Error('Nothing is open, but the process has not ended: a token was lost');
  }
}

// A process that still listens for the start of an event sub-process waits for nothing.
function waitsForSignal(members: readonly World[]): boolean {
  return members.some(({ signals }) => signals.some(({ signalName }) => signalName === 'signal'));
}

function resolveFirst(family: Family, world: World): void {
  const incident = world.incidents[0]!;
  const { elementKey, key: incidentKey } = incident;
  sendTo(family, world, { kind: 'resolveIncident', elementKey, incidentKey, retries: 1 });
}

/** Every row belongs to a living element, every element to a living scope, and every token waits for something. */
function expectSound(family: Family): void {
  for (const world of family.members.values()) {
    const { state } = world;
    if (state === null) throw new Error('not started');
    const instances = Object.values(state.instances);
    const { jobs, timers, subscriptions, signals, incidents, called } = world;
    const owners = [jobs, timers, subscriptions, signals, incidents, called].flat().map(({ elementKey }) => elementKey);
    expect(heardBy(instances)).toEqual(signals.map(({ elementKey, targetId }) => `${elementKey} ${targetId}`).sort());
    expect(owners.filter((key) => state.instances[key] === undefined)).toEqual([]);
    expect(instances.filter(({ parent }) => parent !== null && state.instances[parent] === undefined)).toEqual([]);
    expect(instances.filter((instance) => !waits(family, world, instance)).map(({ elementId }) => elementId)).toEqual(
      [],
    );
    if (state.status === 'active' && state.parent !== undefined) {
      const caller = family.members.get(state.parent.instanceKey)?.state;
      expect(caller?.instances[state.parent.elementKey]?.call).toBe('running');
    }
  }
}

/** What the state knows of signals is what the rows say. */
function heardBy(instances: readonly ElementInstance[]): string[] {
  return instances.flatMap(({ key, hears = {} }) => Object.keys(hears).map((targetId) => `${key} ${targetId}`)).sort();
}

function waits(family: Family, world: World, instance: ElementInstance): boolean {
  const { state, jobs, timers, signals } = world;
  const { key, incident, arrived, call } = instance;
  const { bpmnType } = elementOf(world.model, instance.elementId).kind;
  const events = ['bpmn:IntermediateCatchEvent', 'bpmn:EventBasedGateway'].includes(bpmnType) ? [timers, signals] : [];
  const children = Object.values(state?.instances ?? {}).some(({ parent }) => parent === key);
  const called = [...family.members.values()].some(
    (member) => member.state?.status === 'active' && member.state.parent?.elementKey === key,
  );
  return (
    children ||
    arrived !== undefined ||
    incident !== undefined ||
    [jobs, ...events].flat().some(({ elementKey }) => elementKey === key) ||
    (call === 'running' && called) ||
    state?.compensations?.some(({ thrownBy }) => thrownBy === key) === true
  );
}

/** Plays the log again, each state having gone through a column that does not keep the order of names. */
function replayed(world: World): State | null {
  let state: State | null = null;
  for (const { command, now, firstKey, around } of world.log) {
    let key = firstKey;
    const given = state === null ? null : deepFreeze(reversed(state) as State);
    const result = advance(world.model, given, command, { ...around, now, nextKey: () => String(++key) });
    if (result.kind === 'advanced') state = result.state;
  }
  return state;
}

// The names of an object lose their order in a column; the entries of a list keep theirs.
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reversed(entry)]),
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
