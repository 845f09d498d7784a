import type { BeteiligungRow, KontaktFacts, KontaktPage, KontaktRow, KontaktView } from '../contract/kontakt-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { foldedWords, labelOf, placeOf } from './kontakt.js';
import { FACTS } from './kontakt.store.js';

const PAGE = 50;
const MOST_VORGAENGE = 200;
const MOST_WORDS = 6;

type FactRow = KontaktFacts & { readonly id: Id };

/** Entries that have all the words, or words with these beginnings; merged ones are found under the one that is kept. */
export async function loadKontakte(queries: Queries, typed: string, after: string | null): Promise<KontaktPage> {
  const words = foldedWords(typed).slice(0, MOST_WORDS);
  // A range is an index condition under row-level security, LIKE is not.
  const conditions = words.map(
    (_, index) => `EXISTS (SELECT FROM kontakt_word w JOIN kontakt m ON m.id = w.kontakt_id
       WHERE w.mandant_id = (SELECT current_mandant()) AND w.word COLLATE "C" >= $${index + 2}
         AND w.word COLLATE "C" < $${index + 2} || U&'\\FFFF' AND k.id = coalesce(m.merged_into, m.id))`,
  );
  const rows = await queries.query<FactRow>(
    `SELECT k.id, ${FACTS} FROM kontakt k
      WHERE k.merged_into IS NULL AND ($1::uuid IS NULL OR (k.name, k.vorname, k.id) > (
              SELECT p.name, p.vorname, p.id FROM kontakt p WHERE p.id = $1))
            ${conditions.map((condition) => `AND ${condition}`).join(' ')}
      ORDER BY k.name, k.vorname, k.id LIMIT ${PAGE + 1}`,
    [after, ...words],
  );
  const items = rows.slice(0, PAGE).map(rowOf);
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
}

/** F62: one entry with everything that it takes part in, as far as the person may see it. */
export async function loadKontakt(queries: Queries, id: Id): Promise<KontaktView | Rejection> {
  const [kontakt] = await queries.query<FactRow & { version: number; mergedInto: Id | null }>(
    `SELECT k.id, k.version, k.merged_into AS "mergedInto", ${FACTS} FROM kontakt k WHERE k.id = $1`,
    [id],
  );
  if (!kontakt) return reject('platform.notFound');
  const { mergedInto, ...facts } = kontakt;
  const related = (condition: string) =>
    queries.query<FactRow & { version: number }>(
      `SELECT k.id, k.version, ${FACTS} FROM kontakt k WHERE ${condition} ORDER BY k.name, k.vorname, k.id LIMIT ${PAGE}`,
      [id],
    );
  const kept = mergedInto === null ? [] : await related('k.id = (SELECT m.merged_into FROM kontakt m WHERE m.id = $1)');
  const same = `(lower(k.name), lower(k.vorname)) = (SELECT lower(o.name), lower(o.vorname) FROM kontakt o WHERE o.id = $1)
    OR (k.mail <> '' AND k.mail = (SELECT o.mail FROM kontakt o WHERE o.id = $1))`;
  return {
    ...facts,
    label: labelOf(facts),
    mergedInto: kept[0] ? rowOf(kept[0]) : null,
    duplicates: (await related('k.merged_into = $1')).map(versionedRow),
    candidates: (await related(`k.id <> $1 AND k.merged_into IS NULL AND (${same})`)).map(versionedRow),
    vorgaenge: await vorgaengeOf(queries, id),
  };
}

function vorgaengeOf(queries: Queries, id: Id): Promise<KontaktView['vorgaenge']> {
  return queries.query(
    `SELECT v.id, v.aktenzeichen, v.betreff, v.state, b.rolle, b.ended_at IS NOT NULL AS ended
       FROM kontakt k JOIN beteiligung b ON b.kontakt_id = k.id JOIN vorgang v ON v.id = b.vorgang_id
      WHERE k.id = $1 OR k.merged_into = $1 ORDER BY b.since DESC, b.id LIMIT ${MOST_VORGAENGE}`,
    [id],
  );
}

/** Who takes part in a Vorgang now, in the order in which they came. */
export async function loadBeteiligte(
  queries: Queries,
  vorgangId: Id,
): Promise<{ items: BeteiligungRow[] } | Rejection> {
  const [vorgang] = await queries.query(`SELECT id FROM vorgang WHERE id = $1`, [vorgangId]);
  if (!vorgang) return reject('platform.notFound');
  const rows = await queries.query<FactRow & { beteiligungId: Id; rolle: string }>(
    `SELECT b.id AS "beteiligungId", b.rolle, k.id, ${FACTS} FROM beteiligung b JOIN kontakt m ON m.id = b.kontakt_id
       JOIN kontakt k ON k.id = coalesce(m.merged_into, m.id)
      WHERE b.vorgang_id = $1 AND b.ended_at IS NULL ORDER BY b.since, b.id`,
    [vorgangId],
  );
  const items = rows.map(({ beteiligungId, rolle, ...kontakt }) => ({
    id: beteiligungId,
    rolle,
    kontakt: { ...rowOf(kontakt), mail: kontakt.mail, telefon: kontakt.telefon },
  }));
  return { items };
}

function rowOf(facts: FactRow): KontaktRow {
  return { id: facts.id, art: facts.art, label: labelOf(facts), place: placeOf(facts) };
}

function versionedRow(facts: FactRow & { version: number }): KontaktRow & { version: number } {
  return { ...rowOf(facts), version: facts.version };
}
