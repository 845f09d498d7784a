import type { Queries } from '../../../server/platform/postgres/database.js';
import type { Callable, Caller } from '../../../server/workflow/embedded/advance/surroundings.js';
import { visibleVariables } from '../../../server/workflow/embedded/advance/variables.js';
import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import type { Models } from '../../../server/workflow/embedded/models.js';
import type { Command, ElementInstance, Parent, State } from '../../../server/workflow/embedded/state.js';
import { commandsOf } from '../../../server/workflow/embedded/store/command-log.store.js';
import { emptyWorld, send, type World } from '../../../server/workflow/embedded/world.testing.js';
import { sortedObject, type InstanceTrace } from '../format/trace.js';
import type { OpenIncident, OpenJob } from './engine.js';
import { instanceTrace } from './world-trace.js';

/** What the tables of the embedded engine say about the instances of one Mandant. */
export interface StoredView {
  readonly processIds: readonly string[];
  /** Running instances that nobody called, the oldest first. */
  readonly roots: readonly string[];
  /** Of running instances, the newest first. */
  readonly elements: readonly (ElementInstance & { readonly instanceKey: string })[];
  readonly jobs: readonly (OpenJob & { readonly readyAt: Date })[];
  /** What the worker of each job saw when it was made, by the key of the job. */
  readonly seen: ReadonlyMap<string, JsonObject>;
  readonly incidents: readonly OpenIncident[];
  readonly trace: readonly InstanceTrace[];
}

export const NOTHING: StoredView = {
  processIds: [],
  roots: [],
  elements: [],
  jobs: [],
  seen: new Map(),
  incidents: [],
  trace: [],
};

interface InstanceRow {
  readonly key: string;
  readonly status: State['status'];
  readonly parent: string | null;
  readonly state: State;
}

interface JobRow {
  readonly key: string;
  readonly instanceKey: string;
  readonly elementKey: string;
  readonly at: string;
  readonly type: string;
  readonly retries: number;
  readonly headers: Record<string, string>;
  readonly readyAt: Date | null;
}

/**
 * Reads the rows anew. Throws where one of them belongs to nothing, and where the log of an instance, played again, gives
 * another state than the one that is stored.
 */
export async function readView(queries: Queries, models: Models, before: StoredView): Promise<StoredView> {
  const instances = await queries.query<InstanceRow>(
    `SELECT key, status, parent_key AS parent, state FROM engine.instance ORDER BY key`,
  );
  const states = new Map(instances.map(({ key, state }) => [key, state]));
  await requireOwners(queries, states);
  const rows = await queries.query<JobRow>(
    `SELECT key, instance_key AS "instanceKey", element_key AS "elementKey", element_id AS at, type, retries, headers,
            back_off_until AS "readyAt" FROM engine.job ORDER BY key`,
  );
  const seen = new Map(before.seen);
  for (const row of rows) if (!seen.has(row.key)) seen.set(row.key, visibleAt(row, states));
  const definitions = await queries.query<{ id: string }>(`SELECT DISTINCT process_id AS id FROM engine.definition`);
  const running = instances.filter(({ status }) => status === 'active');
  return {
    processIds: definitions.map(({ id }) => id),
    roots: running.filter(({ parent }) => parent === null).map(({ key }) => key),
    elements: running
      .flatMap(({ key, state }) => Object.values(state.instances).map((one) => ({ ...one, instanceKey: key })))
      .sort((one, other) => Number(BigInt(other.key) - BigInt(one.key))),
    jobs: rows
      .filter(({ retries }) => retries > 0)
      .map((row) => ({ ...row, variables: visibleAt(row, states), readyAt: row.readyAt ?? new Date(0) })),
    seen,
    incidents: await queries.query<OpenIncident>(
      `SELECT key, element_id AS at, type, element_key AS "elementKey", job_key AS "jobKey" FROM engine.incident
        ORDER BY key`,
    ),
    trace: (await replayed(queries, models, instances)).map((world) => instanceTrace(world, seen)),
  };
}

const OWNED = ['job', 'timer', 'message_subscription', 'signal_subscription', 'incident'];

async function requireOwners(queries: Queries, states: ReadonlyMap<string, State>): Promise<void> {
  for (const table of OWNED) {
    const rows = await queries.query<{ instance: string; element: string }>(
      `SELECT instance_key AS instance, element_key AS element FROM engine.${table}`,
    );
    const orphan = rows.find(({ instance, element }) => states.get(instance)?.instances[element] === undefined);
    if (orphan) throw new Error(`A row of engine.${table} belongs to an element that is gone`);
  }
}

function visibleAt({ instanceKey, elementKey }: JobRow, states: ReadonlyMap<string, State>): JsonObject {
  const state = states.get(instanceKey);
  const element = state?.instances[elementKey];
  return sortedObject(state && element ? visibleVariables({ state }, element) : {});
}

/** Plays the logs of all instances in the order in which their commands happened. */
async function replayed(queries: Queries, models: Models, instances: readonly InstanceRow[]): Promise<World[]> {
  const deployed = await queries.query<{ id: string; startable: boolean }>(
    `SELECT process_id AS id, bool_or(start_id IS NOT NULL) AS startable FROM engine.definition GROUP BY process_id`,
  );
  const startable = new Map<string, Callable>(
    deployed.map((one) => [one.id, one.startable ? 'startable' : 'no start']),
  );
  const logs = await Promise.all(
    instances.map(async ({ key }) =>
      (await commandsOf<Command>(queries, key)).map((logged) => ({ ...logged, key, order: BigInt(logged.firstKey) })),
    ),
  );
  const worlds = new Map<string, World>();
  for (const { key, order, definitionKey, at, command } of logs.flat().sort((a, b) => Number(a.order - b.order))) {
    const world = worlds.get(key) ?? emptyWorld((await models.of(queries, definitionKey)).model);
    worlds.set(key, world);
    world.now = at;
    world.lastKey = Number(order) - 1;
    const parent = command.kind === 'start' ? command.parent : world.state?.parent;
    world.around = { callable: (id) => startable.get(id) ?? 'not deployed', callers: callersOf(worlds, parent) };
    send(world, revived(command));
  }
  return instances.map(({ key, state }) => {
    const world = worlds.get(key);
    if (!world) throw new Error(`The instance ${key} has no log`);
    if (text(world.state) !== text(state)) throw new Error(`The log of ${key} gives another state than the stored one`);
    return world;
  });
}

function callersOf(worlds: ReadonlyMap<string, World>, parent: Parent | undefined): Caller[] {
  const world = parent && worlds.get(parent.instanceKey);
  if (!world?.state) return [];
  const { model, state } = world;
  return [{ model, state, elementKey: parent?.elementKey ?? '' }, ...callersOf(worlds, state.parent)];
}

/** JSON has no dates. */
function revived(command: Command): Command {
  if (command.kind !== 'fireTimer') return command;
  return { ...command, timer: { ...command.timer, due: new Date(command.timer.due) } };
}

function text(state: State | null): string {
  return JSON.stringify(sortedObject(JSON.parse(JSON.stringify(state)) as JsonObject));
}
