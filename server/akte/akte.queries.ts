import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Unit with the Federführung of the Vorgang's Akte. */
export async function federfuehrungOf(queries: Queries, vorgangId: Id): Promise<Id> {
  const [row] = await queries.query<{ id: Id }>(
    `SELECT a.federfuehrung_id AS id FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = $1`,
    [vorgangId],
  );
  if (!row) throw new Error('A Vorgang without Akte');
  return row.id;
}

/** Position of the Aktenplan that the Vorgang's Akte belongs to; null for an unknown one. */
export async function positionOf(queries: Queries, vorgangId: Id): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id }>(
    `SELECT a.aktenplaneinheit_id AS id FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = $1`,
    [vorgangId],
  );
  return row?.id ?? null;
}

/** Whether there is such an Akte. */
export async function isAkte(queries: Queries, id: Id): Promise<boolean> {
  return (await queries.query(`SELECT 1 FROM akte WHERE id = $1`, [id])).length > 0;
}

/** Whether there is such a unit. */
export async function isUnit(queries: Queries, id: Id): Promise<boolean> {
  return (await queries.query(`SELECT 1 FROM unit WHERE id = $1`, [id])).length > 0;
}

/** Akte and Aktenzeichen of a Vorgang; null for an unknown one. */
export async function akteOfVorgang(
  queries: Queries,
  vorgangId: Id,
): Promise<{ akteId: Id; aktenzeichen: string } | null> {
  const [row] = await queries.query<{ akteId: Id; aktenzeichen: string }>(
    `SELECT akte_id AS "akteId", aktenzeichen FROM vorgang WHERE id = $1`,
    [vorgangId],
  );
  return row ?? null;
}

/**
 * Unit that gets the Federführung for a position: the one whose code the Kennzeichen begins with, the longest first
 * (20.3 before 20); where there is none, the unit with the lowest code. Null for an unknown position.
 */
export async function unitForEinheit(queries: Queries, einheitId: Id): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id }>(
    `SELECT u.id FROM aktenplaneinheit e CROSS JOIN unit u WHERE e.id = $1
      ORDER BY starts_with(e.kennzeichen, u.code) DESC,
               CASE WHEN starts_with(e.kennzeichen, u.code) THEN length(u.code) END DESC, u.code LIMIT 1`,
    [einheitId],
  );
  return row?.id ?? null;
}

/** Lets one Zeichnung of a Vorgang wait for the other; rows that only refer to the Vorgang do not wait. */
export async function queueAtVorgang(queries: Queries, vorgangId: Id): Promise<void> {
  await queries.query(`SELECT 1 FROM vorgang WHERE id = $1 FOR NO KEY UPDATE`, [vorgangId]);
}

/** Locks a Vorgang and returns its version; null for an unknown one. */
export async function lockVorgangVersion(queries: Queries, vorgangId: Id): Promise<number | null> {
  const [row] = await queries.query<{ version: number }>(`SELECT version FROM vorgang WHERE id = $1 FOR UPDATE`, [
    vorgangId,
  ]);
  return row?.version ?? null;
}
