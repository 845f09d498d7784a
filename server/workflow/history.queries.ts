import type { ElementDwell, InstancePath } from '../contract/process-views.js';
import type { Transaction } from '../platform/transaction.js';
import type { Queries } from '../platform/postgres/database.js';
import { incidentRow, listIncidents } from './incident.queries.js';

// A loop of years has more; the last ones say what a reader wants to know.
const MOST_ELEMENTS = 2_000;

const CAME = `kind IN ('entered', 'passed')`;
const LEFT = `kind IN ('completed', 'terminated', 'passed')`;

/** The way of one process instance: every element instance with its times and incidents. Null for an unknown key. */
export async function pathOfInstance(queries: Queries, instanceKey: string): Promise<InstancePath | null> {
  const [instance] = await queries.query<
    Omit<InstancePath, 'elements' | 'openIncidents' | 'startedAt'> & { startedAt: Date }
  >(
    `SELECT i.key AS "instanceKey", i.process_id AS "processId", d.version, i.engine, i.status, i.started_at AS "startedAt",
            ARRAY(SELECT c.key::text FROM engine.instance c WHERE c.parent_key = i.key ORDER BY c.key) AS "calledKeys"
       FROM engine.instance i JOIN engine.definition d ON d.key = i.definition_key WHERE i.key = $1`,
    [instanceKey],
  );
  if (!instance) return null;
  const elements = await queries.query<InstancePath['elements'][number]>(
    `SELECT element_key AS "elementKey", min(element_id) AS "elementId",
            ${isoTime('min(at)')} AS "enteredAt", ${isoTime(`max(at) FILTER (WHERE ${LEFT})`)} AS "leftAt",
            CASE WHEN bool_or(kind = 'terminated') THEN 'terminated' WHEN bool_or(${LEFT}) THEN 'completed'
                 ELSE 'active' END AS outcome,
            coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'at', ${isoTime('at')}, 'message', detail -> 'message')
                               ORDER BY at) FILTER (WHERE kind IN ('incident', 'resolved')), '[]') AS incidents
       FROM engine.event WHERE instance_key = $1 GROUP BY element_key ORDER BY element_key DESC LIMIT ${MOST_ELEMENTS}`,
    [instanceKey],
  );
  const openIncidents = (await listIncidents(queries, [instanceKey])).map(incidentRow);
  return { ...instance, startedAt: instance.startedAt.toISOString(), elements: elements.reverse(), openIncidents };
}

/** Whether the instance works on a Vorgang, or carries a Laufweg, that this person does not see: then its way is not theirs to see either. */
export async function isConcealed(tx: Transaction, instanceKey: string): Promise<boolean> {
  const vorgang = (queries: Queries) =>
    queries.query(
      `SELECT 1 FROM engine.instance i
         JOIN (SELECT id FROM vorgang UNION ALL SELECT id FROM laufweg) v ON v.id = CASE WHEN i.business_key ~ '^[0-9a-f-]{36}$' THEN i.business_key::uuid END
        WHERE i.key = $1`,
      [instanceKey],
    );
  const [seen, all] = [await vorgang(tx), await tx.asSystem(vorgang)];
  return seen.length < all.length;
}

// What was slow a quarter ago is history; one month has too few of what happens rarely.
const OBSERVED = '90 days';

/**
 * How long tokens stayed at each element of a process lately. A token that came before, or in another version, counts
 * where it is, but not for how long.
 * @param version only what happened in this version; null: in all
 */
export async function dwellOfProcess(
  queries: Queries,
  processId: string,
  now: Date,
  version: number | null = null,
): Promise<ElementDwell[]> {
  return queries.query(
    `WITH stay AS (
       SELECT element_key, element_id, min(at) FILTER (WHERE ${CAME}) AS entered, max(at) FILTER (WHERE ${LEFT}) AS gone,
              count(*) FILTER (WHERE kind = 'incident') AS incidents
         FROM engine.event
        WHERE mandant_id = current_mandant() AND process_id = $1 AND at > $2::timestamptz - interval '${OBSERVED}'
          AND ($3::integer IS NULL OR version = $3)
        GROUP BY element_key, element_id)
     SELECT element_id AS "elementId", count(entered)::int AS entered, count(*) FILTER (WHERE gone IS NULL)::int AS active,
            sum(incidents)::int AS incidents,
            round(extract(epoch FROM avg(gone - entered)) * 1000)::float8 AS "meanMilliseconds",
            round(extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY gone - entered)) * 1000)::float8
              AS "medianMilliseconds"
       FROM stay GROUP BY element_id ORDER BY element_id`,
    [processId, now, version],
  );
}

function isoTime(instant: string): string {
  return `to_char((${instant}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export interface OperatedInstance {
  readonly processId: string;
  readonly vorgangId: string | null;
  readonly engine: 'embedded' | 'zeebe';
}

/** What an act on an instance says of it; null for an unknown key. */
export async function findInstance(queries: Queries, instanceKey: string): Promise<OperatedInstance | null> {
  const [row] = await queries.query<OperatedInstance>(
    `SELECT process_id AS "processId", business_key AS "vorgangId", engine FROM engine.instance WHERE key = $1`,
    [instanceKey],
  );
  return row ?? null;
}
