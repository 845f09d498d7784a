import type { KontaktFacts } from '../contract/kontakt-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { wordsOf, type Kontakt } from './kontakt.js';

type Within = Queries & { readonly mandantId: Id };

export const FACTS = `k.art, k.name, k.vorname, k.strasse, k.plz, k.ort, k.mail, k.telefon, k.geburtsdatum`;

/** A Kontakt, locked until the end of the transaction; null for an unknown one. */
export async function lockKontakt(queries: Queries, id: Id): Promise<Kontakt | null> {
  const [row] = await queries.query<Kontakt>(
    `SELECT k.id, k.version, k.merged_into AS "mergedInto", ${FACTS} FROM kontakt k WHERE k.id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export async function insertKontakt(queries: Within, id: Id, facts: KontaktFacts, at: Date): Promise<void> {
  await queries.query(
    `INSERT INTO kontakt (id, mandant_id, art, name, vorname, strasse, plz, ort, mail, telefon, geburtsdatum, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, queries.mandantId, ...valuesOf(facts), at],
  );
  await saveWords(queries, id, facts);
}

export async function updateKontakt(queries: Within, id: Id, facts: KontaktFacts): Promise<void> {
  await queries.query(
    `UPDATE kontakt SET art = $2, name = $3, vorname = $4, strasse = $5, plz = $6, ort = $7, mail = $8, telefon = $9,
            geburtsdatum = $10, version = version + 1 WHERE id = $1`,
    [id, ...valuesOf(facts)],
  );
  await queries.query(`DELETE FROM kontakt_word WHERE kontakt_id = $1`, [id]);
  await saveWords(queries, id, facts);
}

function valuesOf({ art, name, vorname, strasse, plz, ort, mail, telefon, geburtsdatum }: KontaktFacts): unknown[] {
  return [art, name, vorname, strasse, plz, ort, mail, telefon, geburtsdatum];
}

async function saveWords(queries: Within, id: Id, facts: KontaktFacts): Promise<void> {
  await queries.query(
    `INSERT INTO kontakt_word (mandant_id, kontakt_id, word) SELECT $1, $2, w FROM unnest($3::text[]) AS w`,
    [queries.mandantId, id, wordsOf(facts)],
  );
}

/** Points a duplicate to the one that is kept, or takes that back. Its own duplicates go along: chains never arise. */
export async function saveMerge(queries: Queries, id: Id, keptId: Id | null): Promise<void> {
  await queries.query(`UPDATE kontakt SET merged_into = $2, version = version + 1 WHERE id = $1`, [id, keptId]);
  if (keptId !== null) await queries.query(`UPDATE kontakt SET merged_into = $2 WHERE merged_into = $1`, [id, keptId]);
}

/** @returns false where the Kontakt takes part in this role already */
export async function insertBeteiligung(
  queries: Within,
  { id, vorgangId, kontaktId, rolle, at }: { id: Id; vorgangId: Id; kontaktId: Id; rolle: string; at: Date },
): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO beteiligung (id, mandant_id, vorgang_id, kontakt_id, rolle, since) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (vorgang_id, kontakt_id, rolle) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
    [id, queries.mandantId, vorgangId, kontaktId, rolle, at],
  );
  return rows.length > 0;
}

export interface LockedBeteiligung {
  readonly vorgangId: Id;
  readonly kontaktId: Id;
  readonly rolle: string;
}

/** A Beteiligung that has not ended, locked; null for another. */
export async function lockBeteiligung(queries: Queries, id: Id): Promise<LockedBeteiligung | null> {
  const [row] = await queries.query<LockedBeteiligung>(
    `SELECT vorgang_id AS "vorgangId", kontakt_id AS "kontaktId", rolle FROM beteiligung
      WHERE id = $1 AND ended_at IS NULL FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

export async function saveEnd(queries: Queries, id: Id, at: Date): Promise<void> {
  await queries.query(`UPDATE beteiligung SET ended_at = $2 WHERE id = $1`, [id, at]);
}
