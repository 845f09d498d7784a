import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { ZeebeIncident } from '../incidents.js';

export interface ZeebeIncidentRow extends ZeebeIncident {
  readonly key: string;
  readonly instanceKey: string;
  readonly at: Date;
}

export async function insertIncident(queries: Queries, mandantId: Id, incident: ZeebeIncidentRow): Promise<void> {
  const { key, instanceKey, elementKey, elementId, type, message, jobKey, at } = incident;
  await queries.query(
    `INSERT INTO engine.incident (key, mandant_id, instance_key, element_key, element_id, type, message, job_key, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [key, mandantId, instanceKey, elementKey, elementId, type, JSON.stringify(message), jobKey, at],
  );
}

/** Removes an incident of an instance on Zeebe and returns it; null where it is gone or belongs to the other engine. */
export async function takeIncident(
  queries: Queries,
  key: string,
): Promise<Pick<ZeebeIncidentRow, 'instanceKey' | 'jobKey' | 'type' | 'elementKey' | 'elementId'> | null> {
  const [row] = await queries.query<NonNullable<Awaited<ReturnType<typeof takeIncident>>>>(
    `DELETE FROM engine.incident n USING engine.instance i
      WHERE n.key = $1 AND i.key = n.instance_key AND i.engine = 'zeebe'
      RETURNING n.instance_key AS "instanceKey", n.job_key AS "jobKey", n.type, n.element_key AS "elementKey",
                n.element_id AS "elementId"`,
    [key],
  );
  return row ?? null;
}

/** Removes the incidents of a job that is over. */
export async function deleteIncidentsOfJob(queries: Queries, jobKey: string): Promise<void> {
  await queries.query(`DELETE FROM engine.incident WHERE job_key = $1`, [jobKey]);
}

export async function hasIncident(queries: Queries, instanceKey: string): Promise<boolean> {
  const rows = await queries.query(`SELECT 1 FROM engine.incident WHERE instance_key = $1 LIMIT 1`, [instanceKey]);
  return rows.length > 0;
}

/** Removes the incident that says that an instance stands still; null where there is none. */
export async function takeStandstill(
  queries: Queries,
  instanceKey: string,
): Promise<Pick<ZeebeIncidentRow, 'key' | 'elementKey' | 'elementId'> | null> {
  const [row] = await queries.query<Pick<ZeebeIncidentRow, 'key' | 'elementKey' | 'elementId'>>(
    `DELETE FROM engine.incident WHERE instance_key = $1 AND type = 'STANDS_STILL'
     RETURNING key, element_key AS "elementKey", element_id AS "elementId"`,
    [instanceKey],
  );
  return row ?? null;
}
