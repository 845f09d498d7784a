import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** One line of the history of a process instance; the same for both engines. */
export interface ElementEvent {
  readonly at: Date;
  readonly instanceKey: string;
  readonly elementKey: string;
  readonly processId: string;
  readonly version: number;
  readonly elementId: string;
  /** `passed`: entered and completed in the same moment. */
  readonly kind: 'entered' | 'completed' | 'terminated' | 'passed' | 'incident' | 'resolved';
  /** Of an incident its key, type and message; of a resolved one its key. */
  readonly detail: object | null;
}

/** Appends to the history, all lines in one statement. */
export async function recordEvents(queries: Queries, mandantId: Id, events: readonly ElementEvent[]): Promise<void> {
  if (events.length === 0) return;
  await queries.query(
    `INSERT INTO engine.event (mandant_id, at, instance_key, element_key, version, process_id, element_id, kind, detail)
     SELECT $1, e.at, e."instanceKey", e."elementKey", e.version, e."processId", e."elementId", e.kind, e.detail
       FROM jsonb_to_recordset($2) AS e(at timestamptz, "instanceKey" bigint, "elementKey" bigint, version integer,
            "processId" text, "elementId" text, kind text, detail jsonb)`,
    [mandantId, JSON.stringify(events)],
  );
}

/** Makes the partitions of this month and the next ones. What has none lies in the default partition meanwhile. */
export async function makeHistoryPartitions(queries: Queries, now: Date): Promise<void> {
  await queries.query(`SELECT engine.make_event_partitions($1)`, [now.toISOString().slice(0, 10)]);
}
