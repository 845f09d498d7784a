import type { DuplicateReason } from '../contract/eingang-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Facts, Mark } from './duplicates.js';

// More than a person can compare; a mail that came thousandfold must not make each of them slow.
const MOST_CANDIDATES = 20;

/** Another Eingang that has a mark in common with this one. */
export interface Candidate {
  readonly id: Id;
  readonly receivedAt: Date;
  readonly facts: Facts;
}

/**
 * Keeps what an Eingang is found by. One examination of a Mandant after the other does so, from here to its commit: of
 * two letters that are examined at once, the second must find the first.
 */
export async function saveMarks(queries: Queries, mandantId: Id, eingangId: Id, marks: readonly Mark[]): Promise<void> {
  await queries.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`eingang_mark ${mandantId}`]);
  await queries.query(
    `INSERT INTO eingang_mark (mandant_id, eingang_id, kind, value)
     SELECT $1, $2, m.kind, m.value FROM unnest($3::text[], $4::text[]) m (kind, value)`,
    [mandantId, eingangId, marks.map(({ kind }) => kind), marks.map(({ value }) => value)],
  );
}

/** Eingaenge with one of these marks, the earliest first. */
export async function candidatesFor(queries: Queries, eingangId: Id, marks: readonly Mark[]): Promise<Candidate[]> {
  return queries.query<Candidate>(
    `SELECT e.id, e.received_at AS "receivedAt", e.examination AS facts FROM eingang e
      WHERE e.id IN (SELECT k.eingang_id FROM unnest($2::text[], $3::text[]) m (kind, value)
                       JOIN eingang_mark k ON k.kind = m.kind AND k.value = m.value)
        AND e.id <> $1 AND e.state NOT IN ('dublette', 'aufgeteilt') ORDER BY e.received_at, e.id LIMIT $4`,
    [eingangId, marks.map(({ kind }) => kind), marks.map(({ value }) => value), MOST_CANDIDATES],
  );
}

export interface FoundDuplicate {
  readonly eingangId: Id;
  readonly ofId: Id;
  readonly reason: DuplicateReason;
}

/** Keeps what was found. Equal bytes were found when it came in, and say more than anything that is found later. */
export async function saveDuplicates(queries: Queries, mandantId: Id, found: readonly FoundDuplicate[]): Promise<void> {
  for (const { eingangId, ofId, reason } of found) {
    await queries.query(
      `INSERT INTO eingang_duplicate (mandant_id, eingang_id, of_id, reason) VALUES ($1, $2, $3, $4)
       ON CONFLICT (eingang_id, of_id) DO NOTHING`,
      [mandantId, eingangId, ofId, reason],
    );
  }
}

/** It is the other one again: it leaves the desk and lies where that one lies. */
export async function saveLinked(queries: Queries, id: Id, originalId: Id, vorgangId: Id | null): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE eingang SET state = 'dublette', linked_to = $2, vorgang_id = $3, note = NULL, version = version + 1
      WHERE id = $1 RETURNING version`,
    [id, originalId, vorgangId],
  );
  return row?.version ?? 0;
}

/** It is an item of its own again, on the desk. */
export async function saveUnlinked(queries: Queries, id: Id): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE eingang SET state = 'geprueft', linked_to = NULL, vorgang_id = NULL, version = version + 1
      WHERE id = $1 RETURNING version`,
    [id],
  );
  return row?.version ?? 0;
}

/** What is linked to an Eingang goes where that one went; null: back to the desk. */
export async function moveLinked(queries: Queries, originalId: Id, vorgangId: Id | null): Promise<void> {
  await queries.query(`UPDATE eingang SET vorgang_id = $2, version = version + 1 WHERE linked_to = $1`, [
    originalId,
    vorgangId,
  ]);
}

/** How many are linked to it. */
export async function countLinked(queries: Queries, originalId: Id): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM eingang WHERE linked_to = $1`,
    [originalId],
  );
  return row?.count ?? 0;
}
