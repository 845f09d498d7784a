import type { Sentence } from '../contract/rejections.js';
import type { IncidentRow } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface OpenIncident {
  readonly processId: string;
  readonly elementId: string;
  readonly message: Sentence;
  /** Business key of the instance: the Vorgang it works on. */
  readonly vorgangId: string | null;
}

/** One open incident; null where it is gone. */
export async function findIncident(queries: Queries, incidentKey: string): Promise<OpenIncident | null> {
  const [row] = await queries.query<OpenIncident>(
    `SELECT i.process_id AS "processId", n.element_id AS "elementId", n.message, i.business_key AS "vorgangId"
       FROM engine.incident n JOIN engine.instance i ON i.key = n.instance_key WHERE n.key = $1`,
    [incidentKey],
  );
  return row ?? null;
}

// A broken model may stop thousands of instances in the same way; the first ones say what is wrong.
const AT_MOST = 500;

export interface ListedIncident extends IncidentRow {
  readonly processId: string;
  readonly instanceKey: string;
}

/**
 * Open incidents, oldest first.
 * @param instanceKeys only of these instances; absent: of all processes
 */
export async function listIncidents(queries: Queries, instanceKeys?: readonly string[]): Promise<ListedIncident[]> {
  const rows = await queries.query<Omit<ListedIncident, 'at'> & { at: Date }>(
    `SELECT n.key, i.process_id AS "processId", n.instance_key AS "instanceKey", n.element_id AS "elementId", n.message,
            n.at, v.aktenzeichen
       FROM engine.incident n JOIN engine.instance i ON i.key = n.instance_key
       LEFT JOIN vorgang v
         ON v.id = CASE WHEN i.business_key ~ '^[0-9a-f-]{36}$' THEN i.business_key::uuid END
      WHERE $1::bigint[] IS NULL OR n.instance_key = ANY ($1) ORDER BY n.key LIMIT ${AT_MOST}`,
    [instanceKeys ?? null],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** An incident as a page shows it: what it belongs to stands around it there. */
export function incidentRow({ key, elementId, message, at, aktenzeichen }: ListedIncident): IncidentRow {
  return { key, elementId, message, at, aktenzeichen };
}
