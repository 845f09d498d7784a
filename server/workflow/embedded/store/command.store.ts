import type { Queries } from '../../../platform/postgres/database.js';
import type { ElementEvent } from '../../history.store.js';
import type { Writes } from '../command-writes.js';
import type { Key, State } from '../state.js';
import type { LoggedCommand } from './command-log.store.js';
import { keepLarge, type InstanceRow } from './instance.store.js';
import { splitLarge } from '../large-values.js';

/** What one command leaves in the tables of the engine. */
export interface WrittenCommand {
  readonly instance: InstanceRow;
  /** Whether the command began the instance. */
  readonly row: 'new' | 'known';
  readonly log: LoggedCommand<object>;
  readonly writes: Writes;
  readonly history: readonly ElementEvent[];
}

/**
 * Writes down commands on instances of different trees: one statement and one round trip for all of them. With one
 * command it takes the place of seven statements; all its parts empty, PostgreSQL plans it in 0.5 ms and runs it in 0.3,
 * and as it comes often it is planned once for each connection.
 *
 * @returns keys of the user tasks that ended, by instance
 */
export async function writeCommands(
  queries: Queries,
  mandantId: string,
  commands: readonly WrittenCommand[],
): Promise<ReadonlyMap<Key, readonly Key[]>> {
  const split = commands.map(({ instance, ...command }) => ({ instance, ...command, ...splitLarge(instance.state) }));
  const of = (kind: WrittenCommand['row']) => split.filter(({ row }) => row === kind);
  const made = (kind: 'jobs' | 'timers' | 'subscriptions' | 'signals' | 'incidents') =>
    commands.flatMap(({ instance: { key, processId }, log: { at }, writes }) =>
      writes[kind].map((entry) => ({ ...entry, instanceKey: key, processId, at })),
    );
  const removed = (kind: keyof Writes['removed']) => commands.flatMap(({ writes }) => writes.removed[kind]);
  const gone = await queries.query<{ instanceKey: Key; key: Key; kind: string }>(commands.length === 1 ? ONE : MANY, [
    mandantId,
    JSON.stringify(of('new').map(({ instance, stored, log }) => newRow(instance, stored, log.at))),
    JSON.stringify(of('known').map(({ instance, stored, log }) => changedRow(instance, stored, log.at))),
    JSON.stringify(commands.map(({ instance, log }) => ({ ...log, instanceKey: instance.key }))),
    JSON.stringify(commands.flatMap(({ history }) => history)),
    JSON.stringify(made('jobs')),
    JSON.stringify(made('timers')),
    JSON.stringify(made('subscriptions')),
    JSON.stringify(made('incidents')),
    [...removed('waitsOf'), ...removed('elements')],
    removed('elements'),
    removed('timers'),
    removed('incidents'),
    removed('jobs'),
    JSON.stringify(made('signals')),
  ]);
  for (const { instance, values } of split) await keepLarge(queries, instance.key, values, instance.large);
  const tasks = new Map<Key, Key[]>();
  for (const { instanceKey, key, kind } of gone) {
    if (kind === 'user') tasks.set(instanceKey, [...(tasks.get(instanceKey) ?? []), key]);
  }
  return tasks;
}

function newRow(instance: InstanceRow, state: string, startedAt: Date): object {
  const { state: before, large: _large, ...row } = instance;
  return { ...row, ...ending(before, startedAt), state, startedAt, parent: before.parent ?? {} };
}

function changedRow({ key, definitionKey, state: after }: InstanceRow, state: string, at: Date): object {
  return { key, definitionKey, state, ...ending(after, at) };
}

function ending({ status }: State, at: Date): object {
  return { status, endedAt: status === 'active' ? null : at };
}

// Told that one row comes, PostgreSQL takes it by its key. Of a list of unknown length it expects 100, and for these it reads
// the whole table as long as that has less than some 10,000 rows: 0.7 ms for each command at 1,500 instances.
const ONE = write('LIMIT 1');
const MANY = write('');

// All parts see the rows as they were before it, so that nothing is removed that it makes; keys to other tables are
// checked at its end.
function write(limit: string): string {
  return `
WITH begun AS (
  INSERT INTO engine.instance (key, mandant_id, definition_key, process_id, state, status, business_key, correlation_id,
                               started_at, ended_at, start_key, top_key, parent_key, parent_element_key)
  SELECT r.key, $1, r."definitionKey", r."processId", r.state::jsonb, r.status, r."businessKey", r."correlationId",
         r."startedAt", r."endedAt", r."startKey", r."topKey", (r.parent ->> 'instanceKey')::bigint,
         (r.parent ->> 'elementKey')::bigint
    FROM jsonb_to_recordset($2) AS r(key bigint, "definitionKey" bigint, "processId" text, state text, status text,
         "businessKey" text, "correlationId" uuid, "startedAt" timestamptz, "endedAt" timestamptz, "startKey" text,
         "topKey" bigint, parent jsonb)),
changed AS (
  UPDATE engine.instance i
     SET state = r.state::jsonb, status = r.status, ended_at = r."endedAt", definition_key = r."definitionKey"
    FROM (SELECT * FROM jsonb_to_recordset($3) AS r(key bigint, "definitionKey" bigint, state text, status text,
         "endedAt" timestamptz) ${limit}) AS r
   WHERE i.key = r.key),
logged AS (
  INSERT INTO engine.command_log (first_key, mandant_id, instance_key, definition_key, at, command)
  SELECT r."firstKey", $1, r."instanceKey", r."definitionKey", r.at, r.command
    FROM jsonb_to_recordset($4) AS r("firstKey" bigint, "instanceKey" bigint, "definitionKey" bigint, at timestamptz,
         command jsonb)),
told AS (
  INSERT INTO engine.event (mandant_id, at, instance_key, element_key, version, process_id, element_id, kind, detail)
  SELECT $1, r.at, r."instanceKey", r."elementKey", r.version, r."processId", r."elementId", r.kind, r.detail
    FROM jsonb_to_recordset($5) AS r(at timestamptz, "instanceKey" bigint, "elementKey" bigint, version integer,
         "processId" text, "elementId" text, kind text, detail jsonb)),
jobs AS (
  INSERT INTO engine.job (key, mandant_id, instance_key, element_key, element_id, kind, type, retries, headers,
                          back_off_until)
  SELECT r.key, $1, r."instanceKey", r."elementKey", r."elementId", r.kind, r.type, r.retries, r.headers,
         r."backOffUntil"
    FROM jsonb_to_recordset($6) AS r(key bigint, "instanceKey" bigint, "elementKey" bigint, "elementId" text, kind text,
         type text, retries integer, headers jsonb, "backOffUntil" timestamptz)),
timers AS (
  INSERT INTO engine.timer (key, mandant_id, instance_key, element_key, target_id, due, cycle)
  SELECT r.key, $1, r."instanceKey", r."elementKey", r."targetId", r.due, nullif(r.cycle, 'null')
    FROM jsonb_to_recordset($7) AS r(key bigint, "instanceKey" bigint, "elementKey" bigint, "targetId" text,
         due timestamptz, cycle jsonb)),
subscriptions AS (
  INSERT INTO engine.message_subscription (key, mandant_id, instance_key, process_id, element_key, target_id, name,
                                           correlation_key)
  SELECT r.key, $1, r."instanceKey", r."processId", r."elementKey", r."targetId", r."messageName", r."correlationKey"
    FROM jsonb_to_recordset($8) AS r(key bigint, "instanceKey" bigint, "processId" text, "elementKey" bigint,
         "targetId" text, "messageName" text, "correlationKey" text)),
signals AS (
  INSERT INTO engine.signal_subscription (key, mandant_id, instance_key, element_key, target_id, name)
  SELECT r.key, $1, r."instanceKey", r."elementKey", r."targetId", r."signalName"
    FROM jsonb_to_recordset($15) AS r(key bigint, "instanceKey" bigint, "elementKey" bigint, "targetId" text,
         "signalName" text)),
incidents AS (
  INSERT INTO engine.incident (key, mandant_id, instance_key, element_key, element_id, type, message, job_key, at)
  SELECT r.key, $1, r."instanceKey", r."elementKey", r."elementId", r.type, r.message, r."jobKey", r.at
    FROM jsonb_to_recordset($9) AS r(key bigint, "instanceKey" bigint, "elementKey" bigint, "elementId" text, type text,
         message jsonb, "jobKey" bigint, at timestamptz)),
ended_timers AS (DELETE FROM engine.timer WHERE element_key = ANY($10) OR key = ANY($12)),
ended_subscriptions AS (DELETE FROM engine.message_subscription WHERE element_key = ANY($10)),
ended_signals AS (DELETE FROM engine.signal_subscription WHERE element_key = ANY($10)),
ended_incidents AS (DELETE FROM engine.incident WHERE element_key = ANY($11) OR key = ANY($13))
DELETE FROM engine.job WHERE element_key = ANY($11) OR key = ANY($14)
RETURNING instance_key AS "instanceKey", key, kind`;
}
