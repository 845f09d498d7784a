import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { FristRule, VorgangFrist } from './aufbewahrungsfrist.js';

/** The period of one Vorgang with what it was made of. */
export interface FristRow extends VorgangFrist {
  readonly id: Id;
  readonly aktenzeichen: string;
  readonly zdaDate: Day | null;
  readonly aufbewahrungsende: Day | null;
}

/** What decides the Aufbewahrungsfrist of a Vorgang: the one place that asks Aktenplan, Akte and Vorgang. */
export async function fristOf(queries: Queries, vorgangId: Id): Promise<VorgangFrist> {
  const [row] = await fristenOf(queries, [vorgangId]);
  if (!row) throw new Error('A Vorgang without a position of the Aktenplan');
  return row;
}

/** The same for many at once, in the order of their ids; unknown and invisible ones are left out. */
export async function fristenOf(queries: Queries, vorgangIds: readonly Id[]): Promise<FristRow[]> {
  const rows = await queries.query<
    Omit<FristRow, 'plan'> & {
      planJahre: number | null;
      planCounting: FristRule['counting'];
      planStart: FristRule['start'];
    }
  >(FRISTEN, [vorgangIds]);
  return rows.map(({ planJahre, planCounting, planStart, ...row }) => ({
    ...row,
    plan: { jahre: planJahre, counting: planCounting, start: planStart },
  }));
}

/** What the Aktenplan says today for an Akte; null for an unknown one. */
export async function planRuleOfAkte(queries: Queries, akteId: Id): Promise<FristRule | null> {
  const [row] = await queries.query<FristRule>(
    `SELECT e.aufbewahrung_jahre AS jahre, coalesce(said.counting, 'yearEnd') AS counting,
            coalesce(said.start, 'zdA') AS start
       FROM akte a JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id CROSS JOIN LATERAL (${SAID_BY_PLAN}) said
      WHERE a.id = $1`,
    [akteId],
  );
  return row ?? null;
}

const statement = (alias: string) =>
  `CASE WHEN ${alias}.object_id IS NOT NULL THEN json_build_object(
     'jahre', CASE ${alias}.length WHEN 'years' THEN to_json(${alias}.jahre) ELSE to_json(${alias}.length) END,
     'counting', ${alias}.counting, 'start', ${alias}.start) END`;

/** How the position `e` counts: field by field what it says itself, else the nearest one above it. */
const SAID_BY_PLAN = `
  WITH RECURSIVE path AS (
    SELECT e.id, e.parent_id, 0 AS height
    UNION ALL
    SELECT p.id, p.parent_id, path.height + 1 FROM aktenplaneinheit p JOIN path ON p.id = path.parent_id)
  SELECT (array_agg(f.counting ORDER BY path.height) FILTER (WHERE f.counting IS NOT NULL))[1] AS counting,
         (array_agg(f.start ORDER BY path.height) FILTER (WHERE f.start IS NOT NULL))[1] AS start
    FROM path JOIN aufbewahrungsfrist f ON f.object_kind = 'aktenplaneinheit' AND f.object_id = path.id`;

const FRISTEN = `
  SELECT v.id, v.aktenzeichen, v.zda_date AS "zdaDate", v.aufbewahrungsende,
         CASE WHEN v.zda_date IS NULL THEN e.aufbewahrung_jahre ELSE v.plan_jahre END AS "planJahre",
         coalesce(v.plan_counting, said.counting, 'yearEnd') AS "planCounting",
         coalesce(v.plan_start, said.start, 'zdA') AS "planStart",
         coalesce(v.aussonderungsart, e.aussonderungsart) AS aussonderungsart,
         ${statement('of_akte')} AS akte, ${statement('own')} AS vorgang, coalesce(own_event.day, akte_event.day) AS event
    FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id
    LEFT JOIN aufbewahrungsfrist own ON own.object_kind = 'vorgang' AND own.object_id = v.id
    LEFT JOIN aufbewahrungsfrist of_akte ON of_akte.object_kind = 'akte' AND of_akte.object_id = a.id
    LEFT JOIN aufbewahrung_event own_event ON own_event.object_kind = 'vorgang' AND own_event.object_id = v.id
    LEFT JOIN aufbewahrung_event akte_event ON akte_event.object_kind = 'akte' AND akte_event.object_id = a.id
   CROSS JOIN LATERAL (${SAID_BY_PLAN}) said
   WHERE v.id = ANY($1) ORDER BY v.id`;
