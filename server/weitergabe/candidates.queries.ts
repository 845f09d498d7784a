import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Transaction } from '../platform/transaction.js';
import { MOST, type AkteFacts, type Candidate } from './weitergabe.js';

/** Dokumente of an Akte and its Teilakten that exist: what was discarded or deleted is a number and nothing more. */
const IN_AKTE = `FROM vorgaenge_of('akte', $1) AS wanted (id) JOIN vorgang v ON v.id = wanted.id
       JOIN dokument d ON d.vorgang_id = v.id AND d.place <> 'deleted' AND d.state <> 'verworfen'`;

/** They as far as whoever asks sees them, in the order of the register; one more than a package may hold at most. */
export async function candidatesOf(queries: Queries, akteId: Id, personId: Id | null): Promise<Candidate[]> {
  const rows = await queries.query<Omit<Candidate, 'size'> & { size: string }>(
    `SELECT d.id, v.id AS "vorgangId", v.aktenzeichen AS vorgang, v.betreff AS "vorgangBetreff", d.nummer, d.betreff, d.art,
            d.dokument_date AS date, d.place, d.state, s.nummer AS version, s.file_name AS "fileName", s.size, s.sha256,
            CASE WHEN stufe_rank(v.vertraulichkeitsstufe) > stufe_rank(a.vertraulichkeitsstufe)
                 THEN v.vertraulichkeitsstufe ELSE a.vertraulichkeitsstufe END AS stufe,
            (SELECT p.name FROM dokument_checkout c JOIN person p ON p.id = c.person_id
              WHERE c.dokument_id = d.id AND c.ended_at IS NULL AND c.person_id IS DISTINCT FROM $2) AS editor
       ${IN_AKTE} JOIN akte a ON a.id = v.akte_id
       JOIN LATERAL (SELECT * FROM dokument_version s WHERE s.dokument_id = d.id ORDER BY s.nummer DESC LIMIT 1) s ON true
      ORDER BY length(v.aktenzeichen), v.aktenzeichen, d.nummer LIMIT ${MOST.dokumente + 1}`,
    [akteId, personId],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/** What the Akte says about being handed over, with the eyes of whoever asks; null for one that they do not see. */
export async function factsOf(tx: Transaction, akteId: Id): Promise<AkteFacts | null> {
  const [row] = await tx.query<Omit<AkteFacts, 'unseen'> & Parts>(
    `SELECT a.id, a.aktenzeichen, a.betreff, e.kennzeichen, a.level,
            ARRAY(SELECT v.aktenzeichen FROM vorgang v WHERE v.id IN (SELECT vorgaenge_of('akte', a.id))
                     AND v.state = 'offen' ORDER BY length(v.aktenzeichen), v.aktenzeichen LIMIT 20) AS "openVorgaenge",
            (SELECT count(*)::int FROM aufgabe w WHERE w.vorgang_id IN (SELECT vorgaenge_of('akte', a.id))
                AND w.state = 'offen') AS "openAufgaben",
            (SELECT count(*)::int FROM closing_work w WHERE w.vorgang_id IN (SELECT vorgaenge_of('akte', a.id))
                AND w.state = 'waiting' AND w.kind <> 'renditions') AS "runningClosings",
            '{}'::text[] AS sperren, ${PARTS}
       FROM akte a JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id WHERE a.id = $1`,
    [akteId],
  );
  if (!row) return null;
  const { vorgaenge, dokumente, ...facts } = row;
  // Whether there is more than the person sees is asked with other eyes; what it is, is not told.
  const whole = await tx.asSystem(async (all) => {
    const [parts] = await all.query<Parts>(`SELECT ${PARTS} FROM akte a WHERE a.id = $1`, [akteId]);
    return { parts, sperren: await sperrenIn(all, akteId) };
  });
  const same = whole.parts?.vorgaenge === vorgaenge && whole.parts.dokumente === dokumente;
  return { ...facts, sperren: whole.sperren, unseen: same ? 'nothing' : 'something' };
}

interface Parts {
  readonly vorgaenge: number;
  readonly dokumente: number;
}

const PARTS = `(SELECT count(*)::int FROM vorgaenge_of('akte', $1)) AS vorgaenge,
            (SELECT count(*)::int ${IN_AKTE}) AS dokumente`;

/** Reasons of the Sperren in force on the Akte, its Teilakten, and everything in them. */
export async function sperrenIn(queries: Queries, akteId: Id): Promise<string[]> {
  const rows = await queries.query<{ reason: string }>(
    `SELECT s.reason FROM sperre s
      WHERE s.mandant_id = current_mandant() AND s.lifted_at IS NULL AND s.object_id IN (
        SELECT akten_of($1) UNION ALL SELECT vorgaenge_of('akte', $1) UNION ALL SELECT d.id ${IN_AKTE})
      ORDER BY s.set_at, s.id LIMIT 20`,
    [akteId],
  );
  return rows.map(({ reason }) => reason);
}
