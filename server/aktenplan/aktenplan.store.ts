import type { Aufbewahrung } from '../contract/aktenplan-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Effective, EinheitFacts, EinheitVersion, Plan, PlanEinheit } from './aktenplan.js';

/** SQL of what a position says itself about its period, as one value. */
export const AUFBEWAHRUNG = `CASE v.aufbewahrung WHEN 'jahre' THEN to_jsonb(v.aufbewahrung_jahre)
  ELSE to_jsonb(v.aufbewahrung) END AS aufbewahrung`;
const FACTS = `v.parent_id AS "parentId", v.titel, ${AUFBEWAHRUNG}, v.aussonderungsart, v.state`;

/** SQL of the version that each position has on the day `$1`. */
export const ON_DAY = `SELECT DISTINCT ON (v.einheit_id) v.* FROM aktenplaneinheit_version v
  WHERE v.valid_from <= $1 ORDER BY v.einheit_id, v.valid_from DESC, v.nummer DESC`;

/** Changes of the plan wait for each other: whether one fits depends on all the others. */
export async function lockAktenplan(queries: Queries, mandantId: Id): Promise<void> {
  await queries.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`aktenplan ${mandantId}`]);
}

export interface LockedEinheit {
  readonly id: Id;
  readonly kennzeichen: string;
  readonly version: number;
  readonly last: EinheitVersion;
}

/** A position with its last version, planned ones included; locked. Null for an unknown one. */
export async function lockEinheit(queries: Queries, id: Id): Promise<LockedEinheit | null> {
  const [einheit] = await queries.query<Omit<LockedEinheit, 'last'>>(
    `SELECT id, kennzeichen, version FROM aktenplaneinheit WHERE id = $1 FOR UPDATE`,
    [id],
  );
  const [last] = await queries.query<EinheitVersion>(
    `SELECT v.nummer, v.valid_from AS "validFrom", ${FACTS} FROM aktenplaneinheit_version v
      WHERE v.einheit_id = $1 ORDER BY v.nummer DESC LIMIT 1`,
    [id],
  );
  return einheit && last ? { ...einheit, last } : null;
}

/** The whole plan as it is on a day: 10,000 positions in about 60 ms. */
export async function loadPlan(queries: Queries, day: Day): Promise<Plan> {
  const rows = await queries.query<PlanEinheit>(
    `SELECT e.id, e.kennzeichen, ${FACTS} FROM (${ON_DAY}) v JOIN aktenplaneinheit e ON e.id = v.einheit_id`,
    [day],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** From a position up to the uppermost one, as they are on a day; empty where it has not begun. */
export async function loadWay(queries: Queries, id: Id, day: Day): Promise<PlanEinheit[]> {
  const newest = (einheitId: string, level: string) => `SELECT v.*, ${level} AS level FROM aktenplaneinheit_version v
       WHERE v.einheit_id = ${einheitId} AND v.valid_from <= $2 ORDER BY v.valid_from DESC, v.nummer DESC LIMIT 1`;
  return queries.query<PlanEinheit>(
    `WITH RECURSIVE way AS (
       (${newest('$1', '0')})
       UNION ALL
       SELECT n.* FROM way CROSS JOIN LATERAL (${newest('way.parent_id', 'way.level + 1')}) n)
     SELECT e.id, e.kennzeichen, ${FACTS} FROM way v JOIN aktenplaneinheit e ON e.id = v.einheit_id ORDER BY v.level`,
    [id, day],
  );
}

/** Days after `day` on which something of the plan changes, soonest first. */
export async function plannedDays(queries: Queries, day: Day): Promise<Day[]> {
  const rows = await queries.query<{ day: Day }>(
    `SELECT DISTINCT valid_from AS day FROM aktenplaneinheit_version WHERE valid_from > $1 ORDER BY 1`,
    [day],
  );
  return rows.map((row) => row.day);
}

export async function isKennzeichenTaken(queries: Queries, kennzeichen: string): Promise<boolean> {
  return (await queries.query(`SELECT 1 FROM aktenplaneinheit WHERE kennzeichen = $1`, [kennzeichen])).length > 0;
}

export interface NewEinheit extends EinheitFacts {
  readonly id: Id;
  readonly kennzeichen: string;
  readonly effective: Effective;
}

/** New positions, parents before their children; their first version begins on `day`. */
export async function insertEinheiten(
  queries: Queries,
  mandantId: Id,
  einheiten: readonly NewEinheit[],
  day: Day,
): Promise<void> {
  await queries.query(
    `INSERT INTO aktenplaneinheit (id, mandant_id, parent_id, kennzeichen, titel, aufbewahrung_jahre, aussonderungsart,
                                   stillgelegt, begins_on, version)
     SELECT x.id, $1, x."parentId", x.kennzeichen, x.titel, x.jahre, x.art, x.closed, $2, 0
       FROM jsonb_to_recordset($3::jsonb) AS x (id uuid, "parentId" uuid, kennzeichen text, titel text, jahre integer,
                                                art text, closed boolean)`,
    [
      mandantId,
      day,
      JSON.stringify(
        einheiten.map(({ id, parentId, kennzeichen, titel, effective: { jahre, aussonderungsart, state } }) => ({
          ...{ id, parentId, kennzeichen, titel, jahre: jahre.value, art: aussonderungsart.value },
          closed: state === 'stillgelegt',
        })),
      ),
    ],
  );
}

export interface NewVersion extends EinheitFacts {
  readonly einheitId: Id;
}

/** Adds a version to each of these positions and counts their rows up. */
export async function insertVersions(
  queries: Queries,
  { mandantId, day, at, author }: { mandantId: Id; day: Day; at: Date; author: string },
  versions: readonly NewVersion[],
): Promise<void> {
  const rows = versions.map(({ aufbewahrung, ...facts }) => ({ ...facts, ...columnsOf(aufbewahrung) }));
  await queries.query(
    `INSERT INTO aktenplaneinheit_version (mandant_id, einheit_id, nummer, valid_from, parent_id, titel, aufbewahrung,
                                           aufbewahrung_jahre, aussonderungsart, state, created_at, created_by)
     SELECT $1, x."einheitId", 1 + coalesce((SELECT max(o.nummer) FROM aktenplaneinheit_version o
                                              WHERE o.einheit_id = x."einheitId"), 0),
            $2, x."parentId", x.titel, x.aufbewahrung, x.jahre, x.aussonderungsart, x.state, $3, $4
       FROM jsonb_to_recordset($5::jsonb) AS x ("einheitId" uuid, "parentId" uuid, titel text, aufbewahrung text,
                                                jahre integer, aussonderungsart text, state text)`,
    [mandantId, day, at, author, JSON.stringify(rows)],
  );
  await queries.query(`UPDATE aktenplaneinheit SET version = version + 1 WHERE id = ANY($1)`, [
    versions.map(({ einheitId }) => einheitId),
  ]);
}

/**
 * Writes what is in force on a day into the rows of the positions, everything inherited written out. The versions alone
 * say what holds; this may run at any time and changes only rows that say something else.
 */
export async function bringIntoForce(queries: Queries, day: Day): Promise<number> {
  const changed = await queries.query(
    `WITH RECURSIVE said AS MATERIALIZED (${ON_DAY}), plan AS (
       SELECT s.einheit_id, s.parent_id, s.titel, s.aufbewahrung_jahre AS jahre, s.aussonderungsart AS art,
              s.state = 'stillgelegt' AS closed
         FROM said s WHERE s.parent_id IS NULL
       UNION ALL
       SELECT s.einheit_id, s.parent_id, s.titel,
              CASE s.aufbewahrung WHEN 'geerbt' THEN p.jahre ELSE s.aufbewahrung_jahre END,
              coalesce(s.aussonderungsart, p.art), p.closed OR s.state = 'stillgelegt'
         FROM said s JOIN plan p ON p.einheit_id = s.parent_id)
     UPDATE aktenplaneinheit e SET parent_id = p.parent_id, titel = p.titel, aufbewahrung_jahre = p.jahre, aussonderungsart = p.art,
            stillgelegt = p.closed
       FROM plan p
      WHERE p.einheit_id = e.id
        AND (e.parent_id, e.titel, e.aufbewahrung_jahre, e.aussonderungsart, e.stillgelegt)
            IS DISTINCT FROM (p.parent_id, p.titel, p.jahre, p.art, p.closed)
      RETURNING e.id`,
    [day],
  );
  return changed.length;
}

function columnsOf(aufbewahrung: Aufbewahrung): { aufbewahrung: string; jahre: number | null } {
  return typeof aufbewahrung === 'number'
    ? { aufbewahrung: 'jahre', jahre: aufbewahrung }
    : { aufbewahrung, jahre: null };
}
