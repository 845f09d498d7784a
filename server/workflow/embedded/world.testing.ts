import { advance, type Surroundings } from './advance.js';
import { migrate } from './advance/migrate.js';
import { visibleVariables } from './advance/variables.js';
import { compile } from './compile.js';
import type { JsonObject } from './json.js';
import type { Model } from './model.js';
import type {
  Command,
  CreatedJob,
  Effect,
  OpenTimer,
  Outcome,
  RaisedIncident,
  SignalSubscription,
  State,
  Subscription,
} from './state.js';

export { bpmn, chain, escaped, flow, task } from './bpmn.testing.js';

/** One process instance with a memory instead of a database and a clock that stands still until a test moves it. */
export interface World {
  readonly model: Model;
  state: State | null;
  now: Date;
  lastKey: number;
  jobs: (CreatedJob & { backOffUntil: Date | null })[];
  timers: OpenTimer[];
  subscriptions: Subscription[];
  signals: SignalSubscription[];
  incidents: RaisedIncident[];
  /** Processes that its call activities asked for. */
  called: Extract<Effect, { kind: 'childCalled' }>[];
  readonly effects: Effect[];
  /** Everything that was asked of the core, to be played again. */
  readonly log: {
    readonly command: Command;
    readonly now: Date;
    readonly firstKey: number;
    readonly around: World['around'];
  }[];
  ended: { readonly outcome: Outcome; readonly variables: JsonObject } | null;
  /** What the core is told besides time and keys. */
  around: Pick<Surroundings, 'callable' | 'decide' | 'callers'>;
}

export async function worldOf(xml: string): Promise<World> {
  const compiled = await compile(xml);
  if (compiled.kind === 'refused') throw new Error(compiled.findings.map(({ at, en }) => `${at}: ${en}`).join('\n'));
  return emptyWorld(compiled.models[0]);
}

/** What the deployment check says about a file: code and element of each finding. */
export async function findingsOf(xml: string): Promise<string[]> {
  const compiled = await compile(xml);
  return (compiled.kind === 'refused' ? compiled.findings : compiled.warnings).map(({ code, at }) => `${code} ${at}`);
}

/** A world in which nothing has happened yet. */
export function emptyWorld(model: Model): World {
  return {
    model,
    state: null,
    now: new Date('2026-11-03T08:00:00Z'),
    lastKey: 0,
    jobs: [],
    timers: [],
    subscriptions: [],
    signals: [],
    incidents: [],
    called: [],
    effects: [],
    log: [],
    ended: null,
    around: {},
  };
}

export async function started(xml: string, variables: JsonObject = {}): Promise<World> {
  const world = await worldOf(xml);
  send(world, { kind: 'start', startId: null, variables });
  return world;
}

export function startByMessage(world: World, messageName: string, variables: JsonObject): void {
  const start = world.model.messageStarts.find((candidate) => candidate.messageName === messageName);
  if (start === undefined) throw new Error(`No start for the message ${messageName}`);
  send(world, { kind: 'start', startId: start.elementId, variables });
}

/** Moves the instance to another model, as a store does after the core has agreed. */
export function migrateTo(world: World, model: Model, mapping: Readonly<Record<string, string>> = {}): World {
  if (world.state === null) throw new Error('Nothing runs here');
  const nextKey = () => String(++world.lastKey);
  const migrated = migrate(world.model, model, world.state, mapping, { ...world.around, now: world.now, nextKey });
  if (migrated.kind === 'refused') throw new Error(migrated.findings.map(({ at, en }) => `${at}: ${en}`).join('\n'));
  const moved = { ...world, model, state: migrated.state };
  for (const effect of migrated.effects) apply(moved, effect);
  return moved;
}

/** Sends a command to the core and does what it asks for. */
export function send(world: World, command: Command): 'done' | 'gone' | 'blocked' {
  world.log.push({ command, now: world.now, firstKey: world.lastKey, around: world.around });
  const result = advance(world.model, world.state, command, {
    ...world.around,
    now: world.now,
    nextKey: () => String(++world.lastKey),
  });
  if (result.kind === 'refused') return result.reason;
  world.state = result.state;
  for (const effect of result.effects) apply(world, effect);
  return 'done';
}

/** Completes the oldest open job of an element. */
export function completeTask(world: World, elementId: string, variables: JsonObject = {}): void {
  const job = jobAt(world, elementId);
  send(world, { kind: 'completeJob', elementKey: job.elementKey, jobKey: job.key, variables });
}

export function failTask(world: World, elementId: string, retries: number, message = 'kaputt'): void {
  const job = jobAt(world, elementId);
  send(world, { kind: 'failJob', elementKey: job.elementKey, jobKey: job.key, retries, backOffMs: 1000, message });
}

export function throwAtTask(world: World, elementId: string, code: string, variables: JsonObject = {}): void {
  const job = jobAt(world, elementId);
  send(world, { kind: 'throwError', elementKey: job.elementKey, jobKey: job.key, code, message: code, variables });
}

export function publish(
  world: World,
  messageName: string,
  correlationKey: string,
  variables: JsonObject = {},
): 'correlated' | 'ignored' {
  const found = world.subscriptions.find(
    (open) => open.messageName === messageName && open.correlationKey === correlationKey,
  );
  if (found === undefined) return 'ignored';
  send(world, { kind: 'correlate', elementKey: found.elementKey, targetId: found.targetId, variables });
  return 'correlated';
}

/** Everybody in this instance who waits for the signal hears it, as the store tells them one after the other. */
export function hear(world: World, name: string, variables: JsonObject = {}): void {
  for (const { elementKey, targetId } of world.signals.filter(({ signalName }) => signalName === name)) {
    send(world, { kind: 'correlate', elementKey, targetId, variables });
  }
}

/** Moves the clock and fires what is due, the earliest first. */
export function passTime(world: World, milliseconds: number): void {
  world.now = new Date(world.now.getTime() + milliseconds);
  for (;;) {
    const [due] = world.timers
      .filter((timer) => timer.due <= world.now)
      .sort((left, right) => Number(left.due) - Number(right.due));
    if (due === undefined) return;
    send(world, { kind: 'fireTimer', timer: due });
  }
}

export function resolveIncident(world: World, retries = 1): void {
  const [incident] = world.incidents;
  if (incident === undefined) throw new Error('There is no incident');
  send(world, { kind: 'resolveIncident', elementKey: incident.elementKey, incidentKey: incident.key, retries });
}

/** Elements whose job is open, in the order of their creation. */
export function openTasks(world: World): string[] {
  return world.jobs.map(({ elementId }) => elementId);
}

export function jobAt(world: World, elementId: string): World['jobs'][number] {
  const job = world.jobs.find((candidate) => candidate.elementId === elementId);
  if (job === undefined)
    throw new Error(`${elementId} has no open job; open are ${openTasks(world).join(', ') || 'none'}`);
  return job;
}

/** What the oldest job of an element sees. */
export function variablesAt(world: World, elementId: string): JsonObject {
  const instance = world.state?.instances[jobAt(world, elementId).elementKey];
  if (world.state === null || instance === undefined) throw new Error(`${elementId} is not active`);
  return visibleVariables({ state: world.state }, instance);
}

/** Elements that a token entered, in order. */
export function path(world: World): string[] {
  return world.effects.flatMap((effect) => (effect.kind === 'elementEntered' ? [effect.elementId] : []));
}

function apply(world: World, effect: Effect): void {
  world.effects.push(effect);
  switch (effect.kind) {
    case 'jobCreated':
      world.jobs.push({ ...effect.job, backOffUntil: null });
      return;
    case 'jobUpdated':
      world.jobs = world.jobs.map((job) =>
        job.key === effect.key ? { ...job, retries: effect.retries, backOffUntil: effect.backOffUntil } : job,
      );
      return;
    case 'jobClosed':
      world.jobs = world.jobs.filter(({ key }) => key !== effect.key);
      return;
    case 'timerOpened':
      world.timers.push(effect.timer);
      return;
    case 'timerClosed':
      world.timers = world.timers.filter(({ key }) => key !== effect.key);
      return;
    case 'messageAwaited':
      world.subscriptions.push(effect.subscription);
      return;
    case 'signalAwaited':
      world.signals.push(effect.subscription);
      return;
    case 'incidentRaised':
      world.incidents.push(effect.incident);
      return;
    case 'incidentClosed':
      world.incidents = world.incidents.filter(({ key }) => key !== effect.key);
      return;
    case 'waitsClosed':
      return closeWaits(world, effect.elementKey);
    case 'elementEnded':
      closeWaits(world, effect.key);
      world.jobs = world.jobs.filter(({ elementKey }) => elementKey !== effect.key);
      world.incidents = world.incidents.filter(({ elementKey }) => elementKey !== effect.key);
      world.called = world.called.filter(({ elementKey }) => elementKey !== effect.key);
      return;
    case 'instanceEnded':
      world.ended = effect;
      return;
    case 'childCalled':
      world.called.push(effect);
      return;
    case 'childCancelled':
      world.called = world.called.filter(({ elementKey }) => elementKey !== effect.elementKey);
      return;
    case 'elementMigrated':
      world.jobs = world.jobs.map((job) =>
        job.elementKey === effect.key ? { ...job, elementId: effect.elementId } : job,
      );
      return;
    case 'waitMoved':
      return moveWait(world, effect);
    case 'elementEntered':
    case 'signalBroadcast':
    case 'errorPropagated':
    case 'escalationPropagated':
  }
}

function moveWait(world: World, { elementKey, from, to }: Extract<Effect, { kind: 'waitMoved' }>): void {
  const moved = <Wait extends OpenTimer | Subscription | SignalSubscription>(wait: Wait): Wait[] => {
    if (wait.elementKey !== elementKey || wait.targetId !== from) return [wait];
    return to === null ? [] : [{ ...wait, targetId: to }];
  };
  world.timers = world.timers.flatMap(moved);
  world.subscriptions = world.subscriptions.flatMap(moved);
  world.signals = world.signals.flatMap(moved);
}

function closeWaits(world: World, elementKey: string): void {
  world.timers = world.timers.filter((timer) => timer.elementKey !== elementKey);
  world.subscriptions = world.subscriptions.filter((open) => open.elementKey !== elementKey);
  world.signals = world.signals.filter((open) => open.elementKey !== elementKey);
}
