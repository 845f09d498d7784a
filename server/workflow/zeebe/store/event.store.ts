import type { Queries } from '../../../platform/postgres/database.js';

/** What the adapter knows of an element: when its job came, and how it ended. */
export interface ZeebeEvent {
  readonly instanceKey: string;
  readonly elementKey: string;
  readonly elementId: string;
  readonly kind: 'entered' | 'completed' | 'terminated' | 'incident' | 'resolved';
  readonly at: Date;
  /** Of an incident its key, type and message; of a resolved one its key. */
  readonly detail?: object;
}

/** Adds a line to the history of an instance. */
export async function recordEvent(queries: Queries, event: ZeebeEvent): Promise<void> {
  const { instanceKey, elementKey, elementId, kind, at, detail = null } = event;
  await queries.query(
    `INSERT INTO engine.event (mandant_id, at, instance_key, element_key, version, process_id, element_id, kind,
                               detail)
     SELECT i.mandant_id, $5, i.key, $2, d.version, i.process_id, $3, $4, $6::jsonb
       FROM engine.instance i JOIN engine.definition d ON d.key = i.definition_key WHERE i.key = $1`,
    [instanceKey, elementKey, elementId, kind, at, detail && JSON.stringify(detail)],
  );
}

export interface SeenElementRow {
  readonly elementId: string;
  /** Of its latest element instance. */
  readonly elementKey: string;
  readonly enteredAt: Date;
  readonly leftAt: Date | null;
  /** Anything but an incident; a resolved one counts as a step, so that patience begins anew. */
  readonly movedAt: Date;
}

/** The elements of an instance whose jobs are known, that which moved last at the end. */
export async function seenElements(queries: Queries, instanceKey: string, rootId: string): Promise<SeenElementRow[]> {
  return queries.query(
    `SELECT element_id AS "elementId", max(element_key)::text AS "elementKey",
            max(at) FILTER (WHERE kind = 'entered') AS "enteredAt",
            max(at) FILTER (WHERE kind IN ('completed', 'terminated')) AS "leftAt",
            max(at) FILTER (WHERE kind <> 'incident') AS "movedAt"
       FROM engine.event WHERE instance_key = $1 AND element_id <> $2
      GROUP BY element_id HAVING bool_or(kind = 'entered') ORDER BY "movedAt", max(element_key)`,
    [instanceKey, rootId],
  );
}
