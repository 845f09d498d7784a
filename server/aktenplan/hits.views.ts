import type { AkteHit, AktenplanHits, EinheitRow, PathStep, VorgangHit } from '../contract/aktenplan-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { pathOfEinheit } from './aktenplan.queries.js';
import { ROW } from './plan.views.js';

const SHOWN = 20;
/** Greater than every character: between a beginning and this lies all that begins so. Row-level security keeps LIKE off the index. */
const LAST = '\u{10ffff}';

/**
 * What somebody means who types: the beginning of a Kennzeichen or Aktenzeichen, or words of the title of a position.
 * Akten and Vorgaenge are found by their Aktenzeichen, two look-ups in an index however many there are.
 */
export async function loadHits(queries: Queries, typed: string, today: Day): Promise<AktenplanHits> {
  const text = typed.normalize('NFC').trim();
  if (text === '') return { einheiten: [], akten: [], vorgaenge: [], more: 'no' };
  const einheiten = await findEinheiten(queries, text, today);
  const akten = await queries.query<Omit<AkteHit, 'above'> & { einheitId: Id }>(
    `SELECT a.id, a.aktenzeichen, a.betreff, a.aktenplaneinheit_id AS "einheitId",
            CASE WHEN a.last_vorgang > 0 THEN 'something' ELSE 'nothing' END AS below
       FROM akte a WHERE a.mandant_id = current_mandant()
        AND a.aktenzeichen COLLATE "C" >= $1 AND a.aktenzeichen COLLATE "C" < $2
      ORDER BY a.aktenzeichen COLLATE "C" LIMIT $3`,
    [text, text + LAST, SHOWN + 1],
  );
  const vorgaenge = await queries.query<Omit<VorgangHit, 'above'> & { akteId: Id; einheitId: Id }>(
    `SELECT v.id, v.akte_id AS "akteId", a.aktenplaneinheit_id AS "einheitId", v.aktenzeichen, v.betreff, v.state,
            v.last_dokument AS dokumente
       FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.mandant_id = current_mandant()
        AND v.aktenzeichen COLLATE "C" >= $1 AND v.aktenzeichen COLLATE "C" < $2
      ORDER BY v.aktenzeichen COLLATE "C" LIMIT $3`,
    [text, text + LAST, SHOWN + 1],
  );
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

/** All words must occur in the title, or the text begins the Kennzeichen. Every position is looked at: some 10,000. */
async function findEinheiten(queries: Queries, text: string, today: Day): Promise<EinheitRow[]> {
  const words = text.split(/\s+/).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
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
