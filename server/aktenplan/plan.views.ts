import type { EinheitPage, EinheitRow, EinheitVersionView, EinheitView } from '../contract/aktenplan-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { akteObstacles, effective, wayUp, type Plan, type PlanEinheit } from './aktenplan.js';
import { openBelow } from './aktenplan.queries.js';
import { AUFBEWAHRUNG, loadPlan, loadWay } from './aktenplan.store.js';

/** A page that a screen shows without scrolling twice; a plan with 100 positions below one is rare. */
export const PAGE = 100;

/**
 * SQL of the row of a position `e` in the tree. Whether something lies below it is two look-ups in an index: with EXISTS,
 * PostgreSQL reads all Akten once instead (2.6 s with 400,000 of them).
 */
export const ROW = `e.id, e.parent_id AS "parentId", e.kennzeichen, e.titel,
  CASE WHEN e.stillgelegt THEN 'stillgelegt' ELSE 'offen' END AS state,
  CASE WHEN (SELECT 1 FROM aktenplaneinheit c WHERE c.mandant_id = e.mandant_id AND c.parent_id = e.id LIMIT 1) = 1
       THEN 'einheiten' WHEN (SELECT 1 FROM akte a WHERE a.aktenplaneinheit_id = e.id LIMIT 1) = 1 THEN 'akten'
       ELSE 'nothing' END AS below`;

/** A page of the positions below one today; `parentId` null: the uppermost ones. */
export async function loadBelow(
  queries: Queries,
  parentId: Id | null,
  after: string,
  today: Day,
): Promise<EinheitPage> {
  const rows = await queries.query<EinheitRow>(
    `SELECT ${ROW} FROM aktenplaneinheit e
      WHERE e.mandant_id = current_mandant() AND ${parentId === null ? '$1::uuid IS NULL AND e.parent_id IS NULL' : 'e.parent_id = $1'}
        AND e.kennzeichen COLLATE "C" > $2 AND e.begins_on <= $3
      ORDER BY e.kennzeichen COLLATE "C" LIMIT $4`,
    [parentId, after, today, PAGE + 1],
  );
  return page(rows);
}

/** The same on another day, from the versions. A plan of 10,000 positions is read as a whole for it. */
export async function loadBelowOn(
  queries: Queries,
  parentId: Id | null,
  after: string,
  day: Day,
): Promise<EinheitPage> {
  const plan = await loadPlan(queries, day);
  const parents = new Set([...plan.values()].map((einheit) => einheit.parentId));
  const below = [...plan.values()]
    .filter((einheit) => einheit.parentId === parentId && einheit.kennzeichen > after)
    .sort((one, other) => (one.kennzeichen < other.kennzeichen ? -1 : 1));
  return page(below.map((einheit) => rowOn(plan, einheit, parents.has(einheit.id) ? 'einheiten' : 'nothing')));
}

/** What one position says on a day, what it inherits and from where, and its history. */
export async function loadEinheit(queries: Queries, id: Id, day: Day, today: Day): Promise<EinheitView | Rejection> {
  const [row] = await queries.query<EinheitRow & { version: number }>(
    `SELECT ${ROW}, e.version FROM aktenplaneinheit e WHERE e.id = $1`,
    [id],
  );
  if (!row) return reject('platform.notFound');
  const versions = await loadVersions(queries, id);
  const onDay = await loadWay(queries, id, day);
  const own = onDay[0];
  // A position that begins after the day is shown as it will begin.
  const way = own ? onDay : await loadWay(queries, id, versions.at(-1)?.validFrom ?? day);
  const facts = effective(way);
  const obstacles = akteObstacles({ ...row, state: facts.state, openBelow: await openBelow(queries, id, today) });
  const steps = way.map(({ id: step, kennzeichen, titel }) => ({ id: step, kennzeichen, titel }));
  return {
    ...row,
    titel: own?.titel ?? row.titel,
    parentId: own ? own.parentId : row.parentId,
    state: facts.state,
    day,
    path: steps.reverse(),
    own: own ? ruleOf(own) : null,
    aufbewahrung: { jahre: facts.jahre.value, from: facts.jahre.from },
    aussonderungsart: { art: facts.aussonderungsart.value, from: facts.aussonderungsart.from },
    obstacles: obstacles.map(({ code, message }) => ({ code, ...message })),
    versions,
  };
}

async function loadVersions(queries: Queries, id: Id): Promise<EinheitVersionView[]> {
  const rows = await queries.query<Omit<EinheitVersionView, 'createdAt'> & { createdAt: Date }>(
    `SELECT v.nummer, v.valid_from AS "validFrom", v.titel, ${AUFBEWAHRUNG}, v.aussonderungsart, v.state,
            p.kennzeichen AS parent, v.created_at AS "createdAt", v.created_by AS "createdBy"
       FROM aktenplaneinheit_version v LEFT JOIN aktenplaneinheit p ON p.id = v.parent_id
      WHERE v.einheit_id = $1 ORDER BY v.nummer DESC`,
    [id],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

function ruleOf({ titel, aufbewahrung, aussonderungsart, state }: PlanEinheit) {
  return { titel, aufbewahrung, aussonderungsart, state };
}

function rowOn(plan: Plan, einheit: PlanEinheit, below: EinheitRow['below']): EinheitRow {
  const { id, parentId, kennzeichen, titel } = einheit;
  return { id, parentId, kennzeichen, titel, state: effective(wayUp(plan, id)).state, below };
}

function page(rows: readonly EinheitRow[]): EinheitPage {
  const einheiten = rows.slice(0, PAGE);
  return { einheiten, next: rows.length > PAGE ? (einheiten.at(-1)?.kennzeichen ?? null) : null };
}
