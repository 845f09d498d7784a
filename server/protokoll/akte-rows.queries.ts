import type { AkteProtokoll, ProtokollRowView } from '../contract/protokoll-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** What may be asked of the Protokoll of one Akte. Absent: everything. */
export interface ProtokollFilter {
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** A row as the page shows it, before its sentences are chosen. */
export interface AkteRow extends Omit<ProtokollRowView, 'at' | 'label' | 'actorName' | 'sequence'> {
  readonly sequence: string;
  readonly at: Date;
  readonly person: string | null;
}

/**
 * Everything that belongs to an Akte, as far as the person may see it: whatever row-level security hides is not in this
 * list, and so its rows are not shown either.
 */
const OBJECTS = `object AS (
  SELECT 'akte' AS kind, a.id, a.aktenzeichen AS name FROM akte a WHERE a.id = $1
  UNION ALL SELECT 'vorgang', v.id, v.aktenzeichen FROM vorgang v WHERE v.akte_id = $1
  UNION ALL SELECT 'dokument', d.id, d.betreff FROM vorgang v JOIN dokument d ON d.vorgang_id = v.id WHERE v.akte_id = $1
  UNION ALL SELECT 'aufgabe', t.id, t.titel ->> 'de' FROM vorgang v
    JOIN aufgabe t ON t.mandant_id = v.mandant_id AND t.vorgang_id = v.id WHERE v.akte_id = $1
  UNION ALL SELECT 'eingang', e.id, e.file_name FROM vorgang v
    JOIN eingang e ON e.mandant_id = v.mandant_id AND e.vorgang_id = v.id WHERE v.akte_id = $1)`;

// A person's days are those of Berlin; an instant at 23:30 UTC belongs to the next one.
const FILTERED = `($3::text IS NULL OR k.actor = $3) AND ($4::text IS NULL OR k.action = $4)
  AND ($5::date IS NULL OR k.at >= $5::date::timestamp AT TIME ZONE 'Europe/Berlin')
  AND ($6::date IS NULL OR k.at < ($6::date + 1)::timestamp AT TIME ZONE 'Europe/Berlin')`;

/** The Akte itself; null for an unknown or invisible one. */
export async function findAkte(queries: Queries, akteId: Id): Promise<AkteProtokoll['akte'] | null> {
  const [row] = await queries.query<AkteProtokoll['akte']>(`SELECT id, aktenzeichen, betreff FROM akte WHERE id = $1`, [
    akteId,
  ]);
  return row ?? null;
}

/**
 * At most `limit` rows of an Akte before the given number, newest first. Each object gives its own newest rows by its
 * index, so that a page costs as many look-ups as the Akte has objects, however long the Protokoll is.
 */
export async function rowsOfAkte(
  queries: Queries,
  akteId: Id,
  { actor, act, from, to }: ProtokollFilter,
  before: number,
  limit: number,
): Promise<AkteRow[]> {
  return queries.query<AkteRow>(
    `WITH ${OBJECTS}, page AS (
       SELECT o.kind, o.id, o.name, k.* FROM object o CROSS JOIN LATERAL (
         SELECT k.mandant_id, k.sequence, k.at, k.actor, k.action FROM protokoll k
          WHERE k.mandant_id = current_mandant() AND k.object_id = o.id AND k.sequence < $2 AND ${FILTERED}
          ORDER BY k.sequence DESC LIMIT $7) k
        ORDER BY k.sequence DESC LIMIT $7)
     SELECT k.sequence, k.at, k.actor, p.name AS person, k.action AS act, l.payload -> 'text' AS text,
            jsonb_build_object('kind', k.kind, 'id', k.id, 'name', k.name) AS object, l.sequence IS NULL AS erased
       FROM page k
       LEFT JOIN protokoll_payload l ON l.mandant_id = k.mandant_id AND l.sequence = k.sequence
       LEFT JOIN person p ON p.id::text = k.actor
      ORDER BY k.sequence DESC`,
    [akteId, before, actor ?? null, act ?? null, from ?? null, to ?? null, limit],
  );
}

/** Who and what occurs in the Protokoll of an Akte. */
export async function actorsAndActs(
  queries: Queries,
  akteId: Id,
): Promise<{ actor: string; person: string | null; act: string }[]> {
  return queries.query(
    `WITH ${OBJECTS}, found AS (
       SELECT DISTINCT k.actor, k.action AS act FROM object o
         JOIN protokoll k ON k.mandant_id = current_mandant() AND k.object_id = o.id)
     SELECT f.actor, p.name AS person, f.act FROM found f LEFT JOIN person p ON p.id::text = f.actor`,
    [akteId],
  );
}

/** Numbers of the rows of an Akte after the given one and up to `last`, oldest first. */
export async function sequencesOfAkte(
  queries: Queries,
  akteId: Id,
  after: number,
  last: number,
  limit: number,
): Promise<number[]> {
  const rows = await queries.query<{ sequence: string }>(
    `WITH ${OBJECTS}
     SELECT k.sequence FROM object o CROSS JOIN LATERAL (
       SELECT k.sequence FROM protokoll k
        WHERE k.mandant_id = current_mandant() AND k.object_id = o.id AND k.sequence > $2 AND k.sequence <= $3
        ORDER BY k.sequence LIMIT $4) k
      ORDER BY k.sequence LIMIT $4`,
    [akteId, after, last, limit],
  );
  return rows.map(({ sequence }) => Number(sequence));
}

/**
 * Day since when a Sperre keeps the Akte or anything in it; null where none does. Whoever sets a Sperre locks its record for
 * update, so that one that is being set at this moment is waited for, and seen.
 */
export async function sperreOnAkte(queries: Queries, akteId: Id): Promise<Day | null> {
  await queries.query(`SELECT 1 FROM akte WHERE id = $1 FOR KEY SHARE`, [akteId]);
  await queries.query(`SELECT 1 FROM vorgang WHERE akte_id = $1 ORDER BY id FOR KEY SHARE`, [akteId]);
  const [row] = await queries.query<{ since: Day }>(
    `WITH ${OBJECTS}
     SELECT to_char(s.set_at AT TIME ZONE 'Europe/Berlin', 'DD.MM.YYYY') AS since FROM sperre s
      WHERE s.mandant_id = current_mandant() AND s.lifted_at IS NULL AND s.object_id IN (SELECT id FROM object)
      ORDER BY s.set_at LIMIT 1`,
    [akteId],
  );
  return row?.since ?? null;
}

/** Which of these rows belong to the Akte, what they record, and whether they still have their content. */
export async function chosenRowsOfAkte(
  queries: Queries,
  akteId: Id,
  sequences: readonly number[],
): Promise<{ sequence: string; act: string; erased: boolean }[]> {
  return queries.query(
    `WITH ${OBJECTS}
     SELECT k.sequence, k.action AS act, l.sequence IS NULL AS erased
       FROM protokoll k
       LEFT JOIN protokoll_payload l ON l.mandant_id = k.mandant_id AND l.sequence = k.sequence
      WHERE k.mandant_id = current_mandant() AND k.sequence = ANY ($2::bigint[]) AND k.object_id IN (SELECT id FROM object)
      ORDER BY k.sequence`,
    [akteId, sequences],
  );
}
