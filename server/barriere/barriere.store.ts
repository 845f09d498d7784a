import type { ToldBarriere } from '../contract/barriere-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { OpenBarriere } from './barriere.js';

export interface BarriereToInsert extends ToldBarriere {
  readonly id: Id;
  readonly at: Date;
  readonly signedIn: boolean;
}

export async function insertBarriere(
  queries: Queries & { readonly mandantId: Id },
  { id, at, page, description, contact, signedIn }: BarriereToInsert,
): Promise<void> {
  await queries.query(
    `INSERT INTO barriere (id, mandant_id, told_at, page, description, contact, signed_in)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, queries.mandantId, at, page, description, contact, signedIn],
  );
}

/** How many of people without a sign-in wait. */
export async function countFromOutside(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM barriere WHERE closed_at IS NULL AND NOT signed_in`,
  );
  return row?.waiting ?? 0;
}

/** Locked until the end of the transaction; null for an unknown one. */
export async function lockBarriere(queries: Queries, id: Id): Promise<OpenBarriere | null> {
  const [row] = await queries.query<OpenBarriere>(
    `SELECT page, closed_at AS "closedAt" FROM barriere WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Closes, and deletes how to reach whoever told it: nobody needs that any more. */
export async function saveClosed(queries: Queries, id: Id, at: Date, by: string, note: string): Promise<void> {
  await queries.query(`UPDATE barriere SET closed_at = $2, closed_by = $3, note = $4, contact = '' WHERE id = $1`, [
    id,
    at,
    by,
    note,
  ]);
}
