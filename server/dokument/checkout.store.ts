import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface NewCheckout {
  readonly id: Id;
  readonly mandantId: Id;
  readonly dokumentId: Id;
  readonly personId: Id;
  readonly baseNummer: number;
  readonly since: Date;
}

export async function insertCheckout(queries: Queries, checkout: NewCheckout): Promise<void> {
  await queries.query(
    `INSERT INTO dokument_checkout (id, mandant_id, dokument_id, person_id, base_nummer, since)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[checkout.id, checkout.mandantId, checkout.dokumentId, checkout.personId],
      ...[checkout.baseNummer, checkout.since],
    ],
  );
}

export interface EndOfCheckout {
  readonly ending: 'checkedIn' | 'cancelled' | 'taken';
  readonly by: Id;
  readonly at: Date;
  /** Only where it was taken: why. */
  readonly reason: string | null;
}

export async function endCheckout(queries: Queries, id: Id, { ending, by, at, reason }: EndOfCheckout): Promise<void> {
  await queries.query(
    // Only what was taken still has to be read by somebody.
    `UPDATE dokument_checkout SET ending = $2, ended_by = $3, ended_at = $4, reason = $5,
            seen_at = CASE WHEN $2 = 'taken' THEN NULL ELSE $4::timestamptz END WHERE id = $1`,
    [id, ending, by, at, reason],
  );
}

export interface LastTaken {
  readonly id: Id;
  readonly by: string;
  readonly reason: string;
}

/** The last check-out of this person, where it was taken away; null where there was none or it ended otherwise. */
export async function lastTakenFrom(queries: Queries, dokumentId: Id, personId: Id): Promise<LastTaken | null> {
  const [row] = await queries.query<LastTaken & { ending: string }>(
    `SELECT c.id, c.ending, p.name AS by, c.reason FROM dokument_checkout c JOIN person p ON p.id = c.ended_by
      WHERE c.dokument_id = $1 AND c.person_id = $2 AND c.ended_at IS NOT NULL ORDER BY c.ended_at DESC LIMIT 1`,
    [dokumentId, personId],
  );
  return row?.ending === 'taken' ? row : null;
}

/** The robbed person has read that it was taken. Returns whether there was such a row of this person. */
export async function markSeen(queries: Queries, id: Id, personId: Id, at: Date): Promise<boolean> {
  const rows = await queries.query(
    `UPDATE dokument_checkout SET seen_at = coalesce(seen_at, $3)
      WHERE id = $1 AND person_id = $2 AND ending = 'taken' RETURNING id`,
    [id, personId, at],
  );
  return rows.length > 0;
}
