import type { AktePage, AkteRow, VorgangPage } from '../contract/aktenplan-views.js';
import type { Day, Id, VorgangRow } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

const PAGE = 100;
const BELOW = `CASE WHEN a.last_vorgang > 0 OR a.last_teilakte > 0 THEN 'something' ELSE 'nothing' END`;

/** Where a page of Akten begins: after the Akte that was opened on this day under this Aktenzeichen. */
export interface AkteMark {
  readonly openedOn: Day;
  readonly aktenzeichen: string;
}

/** A page of the Akten of a position, the newest first. */
export async function loadAkten(queries: Queries, einheitId: Id, after: AkteMark | null): Promise<AktePage> {
  const rows = await queries.query<AkteRow & { openedOn: Day }>(
    `SELECT a.id, a.aktenzeichen, a.betreff, a.opened_on AS "openedOn",
            ${BELOW} AS below
       FROM akte a WHERE a.aktenplaneinheit_id = $1 AND a.parent_id IS NULL
        AND ($2::date IS NULL OR (a.opened_on, a.aktenzeichen COLLATE "C") < ($2, $3))
      ORDER BY a.opened_on DESC, a.aktenzeichen COLLATE "C" DESC LIMIT $4`,
    [einheitId, after?.openedOn ?? null, after?.aktenzeichen ?? null, PAGE + 1],
  );
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    akten: rows.slice(0, PAGE).map(({ openedOn: _, ...akte }) => akte),
    next: last ? `${last.openedOn}~${last.aktenzeichen}` : null,
  };
}

/** A page of the Vorgaenge of an Akte in the order of their numbers; only open ones where something is to be filed. */
export async function loadVorgaenge(
  queries: Queries,
  akteId: Id,
  after: string,
  state: 'all' | 'offen',
): Promise<VorgangPage> {
  const rows = await queries.query<VorgangRow>(
    `SELECT v.id, v.aktenzeichen, v.betreff, v.state, v.last_dokument AS dokumente FROM vorgang v
      WHERE v.akte_id = $1 AND (length(v.aktenzeichen), v.aktenzeichen COLLATE "C") > (length($2), $2)
        AND ($3 = 'all' OR v.state = 'offen')
      ORDER BY length(v.aktenzeichen), v.aktenzeichen COLLATE "C" LIMIT $4`,
    [akteId, after, state, PAGE + 1],
  );
  const vorgaenge = rows.slice(0, PAGE);
  const teilakten = after === '' ? await loadTeilakten(queries, akteId) : [];
  return { teilakten, vorgaenge, next: rows.length > PAGE ? (vorgaenge.at(-1)?.aktenzeichen ?? null) : null };
}

/** A matter that needs more Teilakten than this is divided by years or places, each an Akte of its own. */
const MOST_TEILAKTEN = 500;

async function loadTeilakten(queries: Queries, akteId: Id): Promise<AkteRow[]> {
  return queries.query<AkteRow>(
    `SELECT a.id, a.aktenzeichen, a.betreff, ${BELOW} AS below FROM akte a
      WHERE a.parent_id = $1 ORDER BY length(a.aktenzeichen), a.aktenzeichen COLLATE "C" LIMIT $2`,
    [akteId, MOST_TEILAKTEN],
  );
}
