import { advance } from './advance.js';
import type { ElementInstance, State } from './state.js';
import { bpmn, flow, openTasks, passTime, publish, send, started, task, type World } from './world.testing.js';

describe('random models under random schedules', () => {
  for (let seed = 1; seed <= 40; seed++) {
    it(`keep every token, leave no orphans and replay to the same state (seed ${seed})`, async () => {
      const random = generator(seed);
      const world = await started(randomModel(random), {
        schluessel: 'v1',
        n: random(5),
        liste: [1, 2, 3].slice(random(4)),
      });
      expectSound(world);
      for (let round = 0; round < 60 && world.ended === null; round++) {
        act(world, random);
        expectSound(world);
      }
      finish(world);
      expect(world.ended?.outcome).toBe('completed');
      expect([world.jobs, world.timers, world.subscriptions, world.incidents]).toEqual([[], [], [], []]);
      expect(replayed(world)).toEqual(world.state);
    });
  }
});

type Random = (below: number) => number;

function generator(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Block {
  readonly first: string;
  readonly last: string;
  readonly xml: string;
}

function randomModel(random: Random): string {
  const body = block(random, 3, { next: 0 });
  const event = `<bpmn:subProcess id="esp" triggeredByEvent="true"><bpmn:startEvent id="esp-start" isInterrupting="${random(2) === 0}"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>${task('esp-task')}${flow('esp-start', 'esp-task')}</bpmn:subProcess>`;
  return bpmn(
    `<bpmn:startEvent id="start" /><bpmn:endEvent id="ende" />${body.xml}${event}${flow('start', body.first)}${flow(body.last, 'ende')}`,
    `<bpmn:error id="E" errorCode="E" /><bpmn:message id="m" name="storno"><bpmn:extensionElements><zeebe:subscription correlationKey="=schluessel" /></bpmn:extensionElements></bpmn:message>`,
  );
}

function block(random: Random, depth: number, ids: { next: number }): Block {
  const id = `e${ids.next++}`;
  const kind = depth === 0 ? 0 : random(5);
  const inner = () => block(random, depth - 1, ids);
  if (kind === 1) {
    const [one, two] = [inner(), inner()];
    return { first: one.first, last: two.last, xml: one.xml + two.xml + flow(one.last, two.first) };
  }
  if (kind === 2) return fork(id, [inner(), inner()], 'parallelGateway', []);
  if (kind === 3) return fork(id, [inner(), inner()], 'exclusiveGateway', ['=n > 2']);
  if (kind === 4) {
    const content = inner();
    const xml = `<bpmn:subProcess id="${id}"><bpmn:startEvent id="${id}s" />${content.xml}${flow(`${id}s`, content.first)}${random(2) === 0 ? loop : ''}</bpmn:subProcess>`;
    return guarded(random, { first: id, last: id, xml });
  }
  return guarded(random, { first: id, last: id, xml: task(id, '', random(3) === 0 ? loop : '') });
}

const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=liste" inputElement="eintrag" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;

function fork(id: string, branches: readonly Block[], gateway: string, conditions: readonly string[]): Block {
  const [split, join] = [`${id}x`, `${id}y`];
  const last = branches.at(-1)?.first ?? '';
  const fallback = gateway === 'exclusiveGateway' ? ` default="${split}-${last}"` : '';
  const flows = branches.map((branch, index) => flow(split, branch.first, conditions[index]) + flow(branch.last, join));
  const xml = `<bpmn:${gateway} id="${split}"${fallback} /><bpmn:${gateway} id="${join}" />${branches.map((branch) => branch.xml).join('')}${flows.join('')}`;
  return { first: split, last: join, xml };
}

// A boundary event that leads back into the main flow would bring a second token to a join; its own end keeps blocks whole.
function guarded(random: Random, inside: Block): Block {
  const id = inside.first;
  const definition =
    random(2) === 0
      ? '<bpmn:errorEventDefinition errorRef="E" />'
      : '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>';
  if (definition.includes('error') && random(2) === 0) return inside;
  const cancel = definition.includes('timer') ? 'false' : 'true';
  const target = cancel === 'true' ? `${id}r` : `${id}m`;
  const boundary = `<bpmn:boundaryEvent id="${id}b" attachedToRef="${id}" cancelActivity="${cancel}">${definition}</bpmn:boundaryEvent>${task(target)}${flow(`${id}b`, target)}`;
  if (cancel === 'false') return { ...inside, xml: inside.xml + boundary };
  const join = `<bpmn:exclusiveGateway id="${id}j" />${flow(inside.last, `${id}j`)}${flow(target, `${id}j`)}`;
  return { first: id, last: `${id}j`, xml: inside.xml + boundary + join };
}

function act(world: World, random: Random): void {
  const job = world.jobs[random(Math.max(1, world.jobs.length))];
  const before = JSON.stringify(world.state);
  const action = random(10);
  if (action === 0) return passTime(world, 1_800_000);
  if (action === 1 && random(6) === 0) return void publish(world, 'storno', 'v1');
  if (action === 2)
    return expect(send(world, { kind: 'completeJob', elementKey: '9999', jobKey: '9999', variables: {} })).toBe('gone');
  if (world.incidents.length > 0 && random(2) === 0) return resolveFirst(world);
  if (job === undefined) return;
  const at = { elementKey: job.elementKey, jobKey: job.key };
  if (action === 3) send(world, { kind: 'failJob', ...at, retries: random(2), backOffMs: 0, message: 'x' });
  else if (action === 4) send(world, { kind: 'throwError', ...at, code: 'E', message: 'x', variables: { fehler: 1 } });
  else if (send(world, { kind: 'completeJob', ...at, variables: { [`v${random(3)}`]: random(9) } }) !== 'done') {
    expect(JSON.stringify(world.state)).toBe(before);
  }
}

/** Helps with everything that is stuck and completes everything that is open. */
function finish(world: World): void {
  for (let round = 0; round < 2000 && world.ended === null; round++) {
    if (world.incidents.length > 0) resolveFirst(world);
    else if (openTasks(world).length > 0) {
      const job = world.jobs[0]!;
      send(world, { kind: 'completeJob', elementKey: job.elementKey, jobKey: job.key, variables: {} });
    } else throw new Error('Nothing is open, but the process has not ended: a token was lost');
  }
}

function resolveFirst(world: World): void {
  const incident = world.incidents[0]!;
  send(world, { kind: 'resolveIncident', elementKey: incident.elementKey, incidentKey: incident.key, retries: 1 });
}

/** Every row belongs to a living element, every element to a living scope, and every token waits for something. */
function expectSound(world: World): void {
  const { state } = world;
  if (state === null) throw new Error('not started');
  const instances = Object.values(state.instances);
  const owners = [...world.jobs, ...world.timers, ...world.subscriptions, ...world.incidents].map(
    ({ elementKey }) => elementKey,
  );
  expect(owners.filter((key) => state.instances[key] === undefined)).toEqual([]);
  expect(instances.filter(({ parent }) => parent !== null && state.instances[parent] === undefined)).toEqual([]);
  expect(instances.filter((instance) => !waits(world, state, instance)).map(({ elementId }) => elementId)).toEqual([]);
}

function waits(world: World, state: State, { key, incident, arrived }: ElementInstance): boolean {
  const children = Object.values(state.instances).some(({ parent }) => parent === key);
  return (
    children ||
    arrived !== undefined ||
    incident !== undefined ||
    world.jobs.some(({ elementKey }) => elementKey === key)
  );
}

/** Plays the log again, each state having gone through a column that does not keep the order of names. */
function replayed(world: World): State | null {
  let state: State | null = null;
  for (const { command, now, firstKey } of world.log) {
    let key = firstKey;
    const given = state === null ? null : deepFreeze(reversed(state) as State);
    const result = advance(world.model, given, command, { now, nextKey: () => String(++key) });
    if (result.kind === 'advanced') state = result.state;
  }
  return state;
}

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
