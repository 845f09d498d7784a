import type { Id, ProcessRow } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { incidentRow, listIncidents } from './incident.queries.js';
import { MADE_PROCESSES } from './made-processes.js';

export interface InstanceInfo {
  readonly instanceKey: string;
  readonly processId: string;
  readonly processName: string;
  readonly version: number;
  readonly status: 'active' | 'completed' | 'terminated';
  readonly activeElements: readonly string[];
  /** Messages that the instance waits for, e.g. a Storno. */
  readonly awaitedMessages: readonly string[];
}

/** The process instances of a Vorgang, newest first. */
export async function instancesOfBusinessKey(queries: Queries, vorgangId: Id): Promise<InstanceInfo[]> {
  return queries.query(
    `SELECT i.key AS "instanceKey", i.process_id AS "processId", d.name AS "processName", d.version, i.status,
            ARRAY(SELECT e.value ->> 'elementId' FROM jsonb_each(i.state -> 'instances') e
                   WHERE i.status = 'active' AND e.key <> i.state ->> 'rootKey'
                  UNION SELECT j.element_id FROM engine.zeebe_job j
                   WHERE j.instance_key = i.key AND j.state IN ('open', 'sending')) AS "activeElements",
            ARRAY(SELECT s.name FROM engine.message_subscription s WHERE s.instance_key = i.key
                  UNION SELECT unnest(z.awaits) FROM engine.zeebe_instance z
                   WHERE z.instance_key = i.key) AS "awaitedMessages"
       FROM engine.instance i JOIN engine.definition d ON d.key = i.definition_key
      WHERE i.business_key = $1 ORDER BY i.key DESC`,
    [vorgangId],
  );
}

/**
 * How many messages for the Vorgang have not reached the engine yet: they wait in the outbox, usually for milliseconds, or
 * Zeebe has them and no instance has been seen yet.
 */
export async function messagesUnderway(queries: Queries, vorgangId: Id): Promise<number> {
  const [row] = await queries.query<{ waiting: number }>(
    `SELECT (SELECT count(*)::int FROM outbox
              WHERE topic IN ('workflow.publish', 'zeebe.publish') AND done_at IS NULL
                AND payload ->> 'correlationKey' = $1)
          + (SELECT count(*)::int FROM engine.zeebe_message
              WHERE correlation_key = $1 AND expects = 'instance') AS waiting`,
    [vorgangId],
  );
  return row?.waiting ?? 0;
}

/** Whether a job is still there, on either engine: a Storno may have taken it back while somebody outside was asked. */
export async function jobIsOpen(queries: Queries, jobKey: string): Promise<boolean> {
  const rows = await queries.query(
    `SELECT 1 FROM engine.job WHERE key = $1
     UNION ALL SELECT 1 FROM engine.zeebe_job WHERE key = $1 AND state = 'open'`,
    [jobKey],
  );
  return rows.length > 0;
}

export interface UserTaskInfo {
  readonly elementId: string;
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** All user tasks of the model that an instance runs on, in document order. */
export async function userTasksOfInstance(queries: Queries, instanceKey: string): Promise<UserTaskInfo[]> {
  const [row] = await queries.query<{ tasks: UserTaskInfo[] }>(
    `SELECT d.user_tasks AS tasks FROM engine.instance i JOIN engine.definition d ON d.key = i.definition_key
      WHERE i.key = $1`,
    [instanceKey],
  );
  return row?.tasks ?? [];
}

/** Message that starts the newest version of a process; null where it is unknown or starts otherwise. */
export async function startMessageOf(queries: Queries, processId: string): Promise<string | null> {
  const [row] = await queries.query<{ name: string | null }>(
    `SELECT message_starts -> 0 ->> 'messageName' AS name FROM engine.definition
      WHERE process_id = $1 ORDER BY version DESC LIMIT 1`,
    [processId],
  );
  return row?.name ?? null;
}

/**
 * Every deployed process with its versions, newest first, and what stands still in it. Of those that the system makes only
 * the ones where something stands still: nobody chooses one, but somebody has to help.
 */
export async function listProcesses(queries: Queries): Promise<ProcessRow[]> {
  const rows = await queries.query<{
    processId: string;
    name: string;
    version: number;
    deployedAt: Date;
    deployedBy: string;
    running: number;
  }>(
    `SELECT d.process_id AS "processId", d.name, d.version, d.deployed_at AS "deployedAt", d.deployed_by AS "deployedBy",
            (SELECT count(*)::int FROM engine.instance i WHERE i.definition_key = d.key AND i.status = 'active') AS running
       FROM engine.definition d
      WHERE NOT starts_with(d.process_id, $1)
         OR EXISTS (SELECT FROM engine.incident n JOIN engine.instance i ON i.key = n.instance_key
                     WHERE i.definition_key = d.key)
      ORDER BY d.process_id, d.version DESC`,
    [MADE_PROCESSES],
  );
  const incidents = await listIncidents(queries);
  const processes = new Map<string, ProcessRow>();
  for (const { processId, name, version, deployedAt, deployedBy, running } of rows) {
    const at = deployedAt.toISOString();
    const entry = { version, deployedAt: at, running, xmlUrl: processUrl(processId, version) };
    const known = processes.get(processId);
    if (!known) {
      const stopped = incidents.filter((incident) => incident.processId === processId).map(incidentRow);
      const row = { processId, name, version, deployedAt: at, deployedBy, running, versions: [entry] };
      processes.set(processId, { ...row, incidents: stopped });
    } else {
      known.running += running;
      known.versions.push(entry);
    }
  }
  return [...processes.values()];
}

/** Where the text of a version is read; also the route in `workflow.http.ts`. */
export function processUrl(processId: string, version: number): string {
  return `/api/processes/${encodeURIComponent(processId)}/${version}`;
}

/** The model as it was uploaded; null for an unknown version. */
export async function processXml(queries: Queries, processId: string, version: number): Promise<string | null> {
  const [row] = await queries.query<{ content: Buffer }>(
    `SELECT f.content FROM engine.definition d JOIN engine.model_file f USING (mandant_id, sha256)
      WHERE d.process_id = $1 AND d.version = $2`,
    [processId, version],
  );
  return row?.content.toString('utf8') ?? null;
}
