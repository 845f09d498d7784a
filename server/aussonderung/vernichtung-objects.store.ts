import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface Outcome {
  readonly outcome: 'removed' | 'shared' | 'locked';
  /** Until when the storage holds the bytes. */
  readonly lockedUntil: Date | null;
}

/** Hashes of destroyed versions whose bytes nobody has dealt with yet. */
export async function openHashes(queries: Queries, vernichtungId: Id, limit: number): Promise<string[]> {
  const rows = await queries.query<{ hash: string }>(
    `SELECT DISTINCT object_hash AS hash FROM vernichtung_object
      WHERE vernichtung_id = $1 AND outcome IS NULL ORDER BY object_hash LIMIT $2`,
    [vernichtungId, limit],
  );
  return rows.map(({ hash }) => hash);
}

/** Whether any record of any Mandant still needs the bytes. */
export async function isReferenced(queries: Queries, hash: string): Promise<boolean> {
  const [row] = await queries.query<{ referenced: boolean }>(`SELECT object_is_referenced($1) AS referenced`, [hash]);
  return row?.referenced !== false;
}

export async function saveOutcome(queries: Queries, vernichtungId: Id, hash: string, outcome: Outcome): Promise<void> {
  await queries.query(
    `UPDATE vernichtung_object SET outcome = $3, locked_until = $4 WHERE vernichtung_id = $1 AND object_hash = $2`,
    [vernichtungId, hash, outcome.outcome, outcome.lockedUntil],
  );
}
