import type { Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { ErsuchenDirection, ErsuchenState } from '../contract/ersuchen-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Ended, TravellingDokument } from './ersuchen.js';

/** What both sides know of an Ersuchen. */
export interface Question {
  readonly id: Id;
  readonly otherMandantId: Id;
  readonly otherName: string;
  readonly betreff: string;
  readonly question: string;
  readonly frist: Day | null;
  readonly stufe: Vertraulichkeitsstufe;
}

export interface Ersuchen extends Question, Ended {
  readonly aufgabeId: Id | null;
  readonly askedById: Id | null;
  /** Whoever has ended it; null while it is open. */
  readonly endedBy: string | null;
  readonly version: number;
}

export interface NewErsuchen extends Question {
  readonly direction: ErsuchenDirection;
  readonly vorgangId: Id | null;
  readonly askedById: Id | null;
  readonly at: Date;
  readonly dokumente: readonly TravellingDokument[];
}

type Writing = Queries & { readonly mandantId: Id };

/** Returns whether it was new: brought twice it is one. */
export async function insertErsuchen(queries: Writing, made: NewErsuchen): Promise<boolean> {
  const { id, dokumente } = made;
  const rows = await queries.query(
    `INSERT INTO ersuchen (id, mandant_id, direction, other_mandant_id, other_name, betreff, question, frist, stufe, dokumente,
                           state, vorgang_id, asked_at, asked_by_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'offen', $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[id, queries.mandantId, made.direction, made.otherMandantId, made.otherName, made.betreff, made.question],
      ...[made.frist, made.stufe, dokumente.map(({ betreff }) => betreff), made.vorgangId, made.at, made.askedById],
    ],
  );
  if (rows.length > 0) await insertTravelling(queries, id, dokumente);
  return rows.length > 0;
}

const COLUMNS = `id, direction, other_mandant_id AS "otherMandantId", other_name AS "otherName", betreff, question, frist, stufe,
  state, vorgang_id AS "vorgangId", aufgabe_id AS "aufgabeId", asked_by_id AS "askedById",
  ended_at AS "endedAt", ended_by AS "endedBy", erased_at AS "erasedAt", version`;

export async function findErsuchen(queries: Queries, id: Id): Promise<Ersuchen | null> {
  const [row] = await queries.query<Ersuchen>(`SELECT ${COLUMNS} FROM ersuchen WHERE id = $1`, [id]);
  return row ?? null;
}

/** The same, locked until the end of the transaction. */
export async function lockErsuchen(queries: Queries, id: Id): Promise<Ersuchen | null> {
  const [row] = await queries.query<Ersuchen>(`SELECT ${COLUMNS} FROM ersuchen WHERE id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

/** Accepted: by us into this Vorgang, or over there. Returns the new version. */
export async function saveAccepted(
  queries: Queries,
  id: Id,
  ours: { readonly vorgangId: Id; readonly aufgabeId: Id } | null,
): Promise<void> {
  await queries.query(
    `UPDATE ersuchen SET state = 'angenommen', vorgang_id = coalesce($2, vorgang_id), aufgabe_id = $3, version = version + 1
      WHERE id = $1`,
    [id, ours?.vorgangId ?? null, ours?.aufgabeId ?? null],
  );
}

export interface EndedErsuchen {
  readonly state: Extract<ErsuchenState, 'beantwortet' | 'abgelehnt' | 'zurueckgenommen'>;
  readonly at: Date;
  readonly by: string;
  readonly text: string;
}

export async function saveEnded(queries: Queries, id: Id, { state, at, by, text }: EndedErsuchen): Promise<void> {
  await queries.query(
    `UPDATE ersuchen SET state = $2, ended_at = $3, ended_by = $4, answer = $5, aufgabe_id = NULL, version = version + 1
      WHERE id = $1`,
    [id, state, at, by, text],
  );
}

/** What was asked of us, has ended without a Vorgang of ours, and still says what was asked. */
export async function listEndedWithoutVorgang(queries: Writing): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `SELECT id FROM ersuchen
      WHERE mandant_id = $1 AND direction = 'erhalten' AND vorgang_id IS NULL AND ended_at IS NOT NULL AND erased_at IS NULL
      ORDER BY ended_at`,
    [queries.mandantId],
  );
  return rows.map(({ id }) => id);
}

/** Erases what was asked, here and in the Protokoll. @returns the numbers of the rows whose content is gone */
export async function eraseContent(queries: Writing, id: Id, at: Date): Promise<number[]> {
  await queries.query(
    `UPDATE ersuchen SET betreff = '', question = '', frist = NULL, dokumente = '{}', erased_at = $2, version = version + 1
      WHERE id = $1`,
    [id, at],
  );
  const rows = await queries.query<{ sequence: string }>(
    `SELECT k.sequence FROM protokoll k JOIN protokoll_payload l USING (mandant_id, sequence)
      WHERE k.mandant_id = $1 AND k.object_id = $2 AND k.object_kind = 'ersuchen' AND l.payload ? 'betreff'
      ORDER BY k.sequence`,
    [queries.mandantId, id],
  );
  const sequences = rows.map(({ sequence }) => Number(sequence));
  await queries.query(`SELECT erase_protokoll_content($1::bigint[])`, [sequences]);
  return sequences;
}

/** What goes over next, in this order; whatever lay there before has arrived. */
export async function insertTravelling(
  queries: Writing,
  id: Id,
  dokumente: readonly TravellingDokument[],
): Promise<void> {
  const column = <Name extends keyof TravellingDokument>(name: Name) => dokumente.map((dokument) => dokument[name]);
  await queries.query(
    `INSERT INTO ersuchen_dokument (mandant_id, ersuchen_id, position, betreff, art, dokument_date, file_name, mime, size,
                                    sha256, signatures)
     SELECT $1, $2, x.place, x.betreff, x.art, x.day, x.file_name, x.mime, x.size, x.sha256, x.signatures
       FROM unnest($3::text[], $4::text[], $5::date[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::jsonb[])
         WITH ORDINALITY AS x (betreff, art, day, file_name, mime, size, sha256, signatures, place)`,
    [
      ...[queries.mandantId, id, column('betreff'), column('art'), column('date'), column('fileName')],
      ...[column('mime'), column('size'), column('sha256')],
      dokumente.map(({ signatures }) => JSON.stringify(signatures)),
    ],
  );
}

export async function travellingOf(queries: Queries, id: Id): Promise<TravellingDokument[]> {
  const rows = await queries.query<Omit<TravellingDokument, 'size'> & { size: string }>(
    `SELECT betreff, art, dokument_date AS date, file_name AS "fileName", mime, size, sha256, signatures
       FROM ersuchen_dokument WHERE ersuchen_id = $1 ORDER BY position`,
    [id],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/** It has arrived, or nobody wants it any more: nothing of it holds its bytes here. */
export async function removeTravelling(queries: Queries, id: Id): Promise<void> {
  await queries.query(`DELETE FROM ersuchen_dokument WHERE ersuchen_id = $1`, [id]);
}
