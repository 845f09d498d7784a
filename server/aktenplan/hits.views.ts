import type { AkteHit, AktenplanHits, EinheitRow, PathStep, VorgangHit } from '../contract/aktenplan-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { pathOfEinheit } from './aktenplan.queries.js';
import { ROW } from './plan.views.js';

const SHOWN = 20;
/** Greater than every character: between a beginning and this lies all that begins so. Row-level security keeps LIKE off the index. */
const LAST = '\u{10ffff}';

/** As many as are at work in an office; words in older ones are a matter of the search. */
const LATEST = 2_000;

type FoundAkte = Omit<AkteHit, 'above'> & { einheitId: Id };
type FoundVorgang = Omit<VorgangHit, 'above'> & { akteId: Id; einheitId: Id };

/**
 * What somebody means who types: the beginning of a Kennzeichen or Aktenzeichen, words of the title of a position, or words
 * of the subject of one of the latest Akten and Vorgaenge. However many there are, it is a handful of look-ups in indexes.
 */
export async function loadHits(queries: Queries, typed: string, today: Day): Promise<AktenplanHits> {
  const text = typed.normalize('NFC').trim();
  if (text === '') return { einheiten: [], akten: [], vorgaenge: [], more: 'no' };
  const words = text.split(/\s+/).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const einheiten = await findEinheiten(queries, text, words, today);
  const akten = distinct(await findAkten(queries, text, words));
  const vorgaenge = distinct(await findVorgaenge(queries, text, words));
  const paths = await pathsOf(
    queries,
    [...akten, ...vorgaenge].map(({ einheitId }) => einheitId),
  );
  const above = (einheitId: Id) => (paths.get(einheitId) ?? []).map(({ id }) => id);
  const found = [einheiten, akten, vorgaenge];
  return {
    einheiten: await withPaths(queries, einheiten.slice(0, SHOWN)),
    akten: akten.slice(0, SHOWN).map(({ einheitId, ...akte }) => ({ ...akte, above: above(einheitId) })),
    vorgaenge: vorgaenge
      .slice(0, SHOWN)
      .map(({ einheitId, akteId, ...vorgang }) => ({ ...vorgang, above: [...above(einheitId), akteId] })),
    more: found.some((rows) => rows.length > SHOWN) ? 'yes' : 'no',
  };
}

const AKTE = `a.id, a.aktenzeichen, a.betreff, a.aktenplaneinheit_id AS "einheitId",
  CASE WHEN a.last_vorgang > 0 OR a.last_teilakte > 0 THEN 'something' ELSE 'nothing' END AS below`;
const VORGANG = `v.id, v.akte_id AS "akteId", a.aktenplaneinheit_id AS "einheitId", v.aktenzeichen, v.betreff, v.state,
  v.last_dokument AS dokumente`;
const BEGINS = 'aktenzeichen COLLATE "C" >= $1 AND aktenzeichen COLLATE "C" < $2';

async function findAkten(queries: Queries, text: string, words: readonly string[]): Promise<FoundAkte[]> {
  const named = await queries.query<FoundAkte>(
    `SELECT ${AKTE} FROM akte a WHERE a.mandant_id = current_mandant() AND ${BEGINS}
      ORDER BY a.aktenzeichen COLLATE "C" LIMIT $3`,
    [text, text + LAST, SHOWN + 1],
  );
  const latest = await queries.query<FoundAkte>(
    `SELECT ${AKTE} FROM (SELECT * FROM akte WHERE mandant_id = current_mandant() ORDER BY opened_on DESC, id LIMIT $1) a
      WHERE a.betreff ILIKE ALL ($2::text[]) ORDER BY a.opened_on DESC, a.id LIMIT $3`,
    [LATEST, words, SHOWN + 1],
  );
  return [...named, ...latest];
}

async function findVorgaenge(queries: Queries, text: string, words: readonly string[]): Promise<FoundVorgang[]> {
  const named = await queries.query<FoundVorgang>(
    `SELECT ${VORGANG} FROM (SELECT * FROM vorgang WHERE mandant_id = current_mandant() AND ${BEGINS}
                              ORDER BY aktenzeichen COLLATE "C" LIMIT $3) v JOIN akte a ON a.id = v.akte_id
      ORDER BY v.aktenzeichen COLLATE "C"`,
    [text, text + LAST, SHOWN + 1],
  );
  const latest = await queries.query<FoundVorgang>(
    `SELECT ${VORGANG} FROM (SELECT * FROM vorgang WHERE mandant_id = current_mandant()
                              ORDER BY laufzeit_beginn DESC, id LIMIT $1) v JOIN akte a ON a.id = v.akte_id
      WHERE v.betreff ILIKE ALL ($2::text[]) ORDER BY v.laufzeit_beginn DESC, v.id LIMIT $3`,
    [LATEST, words, SHOWN + 1],
  );
  return [...named, ...latest];
}

function distinct<Row extends { readonly id: Id }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** All words must occur in the title, or the text begins the Kennzeichen. Every position is looked at: some 10,000. */
async function findEinheiten(
  queries: Queries,
  text: string,
  words: readonly string[],
  today: Day,
): Promise<EinheitRow[]> {
  return queries.query<EinheitRow>(
    `SELECT ${ROW} FROM aktenplaneinheit e
      WHERE e.mandant_id = current_mandant() AND e.begins_on <= $1
        AND (starts_with(e.kennzeichen, $2) OR e.titel ILIKE ALL ($3::text[]))
      ORDER BY starts_with(e.kennzeichen, $2) DESC, e.kennzeichen COLLATE "C" LIMIT $4`,
    [today, text, words, SHOWN + 1],
  );
}

async function withPaths(queries: Queries, einheiten: readonly EinheitRow[]): Promise<AktenplanHits['einheiten']> {
  const paths = await pathsOf(
    queries,
    einheiten.map(({ id }) => id),
  );
  return einheiten.map((einheit) => ({ ...einheit, path: paths.get(einheit.id) ?? [] }));
}

/** A hit list names few positions, most of them more than once. */
async function pathsOf(queries: Queries, ids: readonly Id[]): Promise<Map<Id, PathStep[]>> {
  const paths = new Map<Id, PathStep[]>();
  for (const id of new Set(ids)) paths.set(id, await pathOfEinheit(queries, id));
  return paths;
}
