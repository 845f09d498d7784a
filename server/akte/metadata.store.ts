import type { AnyRecord } from '../contract/akte-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Described } from './metadata.js';

/** Gives the next number of a Teilvorgang. The Vorgang above must be locked. */
export async function countTeilvorgang(queries: Queries, vorgangId: Id): Promise<{ level: number; nummer: number }> {
  const [row] = await queries.query<{ level: number; nummer: number }>(
    `UPDATE vorgang SET last_teilvorgang = last_teilvorgang + 1 WHERE id = $1
     RETURNING level, last_teilvorgang AS nummer`,
    [vorgangId],
  );
  if (!row) throw new Error('The Vorgang was locked and is gone');
  return row;
}

export interface AkteFacts extends Described {
  readonly betreff: string;
  readonly federfuehrungId: Id;
  readonly laufzeitBeginn: Day;
  readonly laufzeitEnde: Day | null;
}

export async function saveAkte(queries: Queries, id: Id, facts: AkteFacts): Promise<void> {
  await queries.query(
    `UPDATE akte SET betreff = $2, federfuehrung_id = $3, bemerkung = $4, medium = $5, standort = $6,
            laufzeit_beginn = $7, laufzeit_ende = $8, version = version + 1 WHERE id = $1`,
    [
      ...[id, facts.betreff, facts.federfuehrungId, facts.bemerkung, facts.medium, facts.standort],
      ...[facts.laufzeitBeginn, facts.laufzeitEnde],
    ],
  );
}

export interface VorgangFacts extends Described {
  readonly betreff: string;
  readonly laufzeitBeginn: Day;
}

/** What a Vorgang says of itself now; it must be locked. */
export async function vorgangFacts(queries: Queries, id: Id): Promise<VorgangFacts> {
  const [row] = await queries.query<VorgangFacts>(
    `SELECT betreff, laufzeit_beginn AS "laufzeitBeginn", bemerkung, medium, standort FROM vorgang WHERE id = $1`,
    [id],
  );
  if (!row) throw new Error('The Vorgang was locked and is gone');
  return row;
}

export async function saveVorgang(queries: Queries, id: Id, facts: VorgangFacts): Promise<void> {
  await queries.query(
    `UPDATE vorgang SET betreff = $2, bemerkung = $3, medium = $4, standort = $5, laufzeit_beginn = $6,
            version = version + 1 WHERE id = $1`,
    [id, facts.betreff, facts.bemerkung, facts.medium, facts.standort, facts.laufzeitBeginn],
  );
}

/** Aktenzeichen of a record; null for an unknown or invisible one. */
export async function nameOfRecord(queries: Queries, { kind, id }: AnyRecord): Promise<string | null> {
  const [row] = await queries.query<{ aktenzeichen: string }>(`SELECT aktenzeichen FROM ${kind} WHERE id = $1`, [id]);
  return row?.aktenzeichen ?? null;
}

export interface NewVerweis {
  readonly id: Id;
  readonly mandantId: Id;
  readonly from: AnyRecord;
  readonly to: AnyRecord;
  readonly bemerkung: string;
  readonly at: Date;
  readonly author: string;
}

/** Adds a reference; `there` where it was there before. */
export async function insertVerweis(queries: Queries, verweis: NewVerweis): Promise<'added' | 'there'> {
  const of = ({ kind, id }: AnyRecord) => (kind === 'akte' ? [id, null] : [null, id]);
  const rows = await queries.query(
    `INSERT INTO verweis (id, mandant_id, from_akte_id, from_vorgang_id, to_akte_id, to_vorgang_id, bemerkung,
                          created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[verweis.id, verweis.mandantId, ...of(verweis.from), ...of(verweis.to)],
      ...[verweis.bemerkung, verweis.at, verweis.author],
    ],
  );
  return rows.length === 1 ? 'added' : 'there';
}

/** Removes a reference and answers what it joined; null for an unknown one. */
export async function deleteVerweis(queries: Queries, id: Id): Promise<{ from: AnyRecord; to: AnyRecord } | null> {
  const [row] = await queries.query<{ fa: Id | null; fv: Id | null; ta: Id | null; tv: Id | null }>(
    `DELETE FROM verweis WHERE id = $1
     RETURNING from_akte_id AS fa, from_vorgang_id AS fv, to_akte_id AS ta, to_vorgang_id AS tv`,
    [id],
  );
  if (!row) return null;
  const ref = (akte: Id | null, vorgang: Id | null): AnyRecord =>
    akte === null ? { kind: 'vorgang', id: vorgang ?? '' } : { kind: 'akte', id: akte };
  return { from: ref(row.fa, row.fv), to: ref(row.ta, row.tv) };
}
