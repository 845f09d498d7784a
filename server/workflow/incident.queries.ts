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

/** Open incidents of all processes, oldest first. */
export async function listIncidents(queries: Queries): Promise<(IncidentRow & { processId: string })[]> {
  const rows = await queries.query<Omit<IncidentRow, 'at'> & { at: Date; processId: string }>(
    `SELECT n.key, i.process_id AS "processId", n.element_id AS "elementId", n.message, n.at, v.aktenzeichen
       FROM engine.incident n JOIN engine.instance i ON i.key = n.instance_key
       LEFT JOIN vorgang v
         ON v.id = CASE WHEN i.business_key ~ '^[0-9a-f-]{36}$' THEN i.business_key::uuid END
      ORDER BY n.key LIMIT ${AT_MOST}`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
