import { z } from 'zod';
import { reject, type Rejection } from '../contract/rejections.js';
import type { SimulationView } from '../contract/outlook-views.js';
import type { Day } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { HELD_VORGAENGE } from './outlook.views.js';

export const simulationInput = z.object({
  aktenplaneinheitId: z.uuid(),
  /** Whether the positions below are meant too. */
  below: z.enum(['included', 'excluded']),
  /** null: unbefristet */
  jahre: z.int().min(0).max(130).nullable(),
  counting: z.enum(['yearEnd', 'dayExact']),
  start: z.enum(['zdA', 'event']),
});

const EXAMPLES = 20;

/**
 * What another rule of a position would do to everything that is z. d. A. there: how many periods would end earlier or
 * later, how many could go at once. What Akte or Vorgang say of their own counts before it, as everywhere. One pass over the
 * stock; nothing is changed. Measured on 1,000,000 Vorgaenge: see README.
 */
export async function simulateRule(
  queries: Queries,
  input: z.infer<typeof simulationInput>,
  today: Day,
): Promise<SimulationView | Rejection> {
  const { aktenplaneinheitId, below, jahre, counting, start } = input;
  const [einheit] = await queries.query<{ kennzeichen: string; titel: string }>(
    `SELECT kennzeichen, titel FROM aktenplaneinheit WHERE id = $1`,
    [aktenplaneinheitId],
  );
  if (!einheit) return reject('platform.notFound');
  const parameters = [aktenplaneinheitId, below === 'included', jahre, counting, start];
  const [counts] = await queries.query<Omit<SimulationView, 'einheit' | 'examples'>>(
    `WITH ${COMPARED}, held AS MATERIALIZED (${HELD_VORGAENGE})
     SELECT count(*)::int AS vorgaenge,
            count(*) FILTER (WHERE before IS NOT DISTINCT FROM after)::int AS unchanged,
            count(*) FILTER (WHERE ${EARLIER})::int AS earlier, count(*) FILTER (WHERE ${LATER})::int AS later,
            count(*) FILTER (WHERE ${EARLIER} AND after < $6 AND (before >= $6 OR before IS NULL))::int AS "dueAtOnce",
            count(*) FILTER (WHERE ${LATER} AND before < $6 AND (after >= $6 OR after IS NULL))::int AS "noLongerDue",
            count(*) FILTER (WHERE own)::int AS "ownRule", count(held.id)::int AS held
       FROM compared LEFT JOIN held USING (id)`,
    [...parameters, today],
  );
  if (!counts) throw new Error('The simulation returned no row');
  const examples = await queries.query<SimulationView['examples'][number]>(
    `WITH ${COMPARED}
     SELECT id AS "vorgangId", aktenzeichen, betreff, before, after FROM compared
      WHERE before IS DISTINCT FROM after ORDER BY least(before, after), id LIMIT $6`,
    [...parameters, EXAMPLES],
  );
  return { einheit: `${einheit.kennzeichen} ${einheit.titel}`, ...counts, examples };
}

// No end counts as later than any day.
const EARLIER = `coalesce(after, 'infinity') < coalesce(before, 'infinity')`;
const LATER = `coalesce(after, 'infinity') > coalesce(before, 'infinity')`;

/** Every Vorgang z. d. A. at the position with the end that it has and the one that it would have; see effectiveFrist. */
const COMPARED = `
  place AS (
    SELECT e.id FROM aktenplaneinheit e JOIN aktenplaneinheit top ON top.id = $1
     WHERE e.id = $1 OR ($2 AND starts_with(e.kennzeichen, top.kennzeichen || '.'))),
  compared AS (
    SELECT v.id, v.aktenzeichen, v.betreff, v.aufbewahrungsende AS before,
           CASE WHEN r.length = 'years' THEN aufbewahrungsende(
             CASE WHEN r.start = 'zdA' THEN v.zda_date WHEN r.event IS NOT NULL THEN greatest(v.zda_date, r.event) END,
             r.jahre, r.counting)
           END AS after, r.own
      FROM vorgang v JOIN akte a ON a.id = v.akte_id
      LEFT JOIN aufbewahrungsfrist fv ON fv.object_kind = 'vorgang' AND fv.object_id = v.id
      LEFT JOIN aufbewahrungsfrist fa ON fa.object_kind = 'akte' AND fa.object_id = a.id
      LEFT JOIN aufbewahrung_event ev ON ev.object_kind = 'vorgang' AND ev.object_id = v.id
      LEFT JOIN aufbewahrung_event ea ON ea.object_kind = 'akte' AND ea.object_id = a.id
     CROSS JOIN LATERAL (
       SELECT coalesce(nullif(fv.length, 'inherited'), nullif(fa.length, 'inherited'),
                       CASE WHEN $3::integer IS NULL THEN 'unlimited' ELSE 'years' END) AS length,
              CASE WHEN fv.length <> 'inherited' THEN fv.jahre WHEN fa.length <> 'inherited' THEN fa.jahre
                   ELSE $3::integer END AS jahre,
              coalesce(fv.counting, fa.counting, $4) AS counting, coalesce(fv.start, fa.start, $5) AS start,
              coalesce(ev.day, ea.day) AS event,
              fv.length <> 'inherited' OR fa.length <> 'inherited' OR coalesce(fv.counting, fa.counting) IS NOT NULL
                OR coalesce(fv.start, fa.start) IS NOT NULL AS own) r
     WHERE v.state = 'zdA' AND a.aktenplaneinheit_id IN (SELECT id FROM place))`;
