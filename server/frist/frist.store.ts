import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { VorgangFrist } from './frist.js';

const ROW = `vorgang_id AS "vorgangId", frist, grundlage, extensions, most_extensions AS "mostExtensions",
  most_days AS "mostDays", (suspended_at AT TIME ZONE 'Europe/Berlin')::date AS "restsSince",
  planned_days AS "plannedDays", version`;

/** What is said about the Frist of a Vorgang; null where nothing ever was. */
export async function findFrist(queries: Queries, vorgangId: Id): Promise<VorgangFrist | null> {
  const [row] = await queries.query<VorgangFrist>(`SELECT ${ROW} FROM vorgang_frist WHERE vorgang_id = $1`, [
    vorgangId,
  ]);
  return row ?? null;
}

/** The same as a row that acts can work with. The Vorgang is locked, so that nobody else writes it. */
export async function fristOf(queries: Queries, vorgangId: Id): Promise<VorgangFrist> {
  return (await findFrist(queries, vorgangId)) ?? { ...NOTHING, vorgangId };
}

const NOTHING = {
  ...{ frist: null, grundlage: '', extensions: 0, mostExtensions: null, mostDays: null },
  ...{ restsSince: null, plannedDays: null, version: 0 },
};

/** Writes the whole of it, and since when the Vorgang rests. @returns the next version */
export async function saveFrist(
  queries: Queries,
  mandantId: Id,
  own: VorgangFrist,
  suspendedAt: Date | null,
): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `INSERT INTO vorgang_frist (vorgang_id, mandant_id, frist, grundlage, extensions, most_extensions, most_days,
                                suspended_at, planned_days)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (vorgang_id) DO UPDATE SET frist = $3, grundlage = $4, extensions = $5, most_extensions = $6, most_days = $7,
       suspended_at = $8, planned_days = $9, version = vorgang_frist.version + 1 RETURNING version`,
    [
      own.vorgangId,
      mandantId,
      own.frist,
      own.grundlage,
      own.extensions,
      own.mostExtensions,
      own.mostDays,
      suspendedAt,
      own.plannedDays,
    ],
  );
  return row?.version ?? own.version;
}

/** Instant in which the Vorgang began to rest; null where it does not. */
export async function suspendedAt(queries: Queries, vorgangId: Id): Promise<Date | null> {
  const [row] = await queries.query<{ at: Date | null }>(
    `SELECT suspended_at AS at FROM vorgang_frist WHERE vorgang_id = $1`,
    [vorgangId],
  );
  return row?.at ?? null;
}

/**
 * Moves the dates of open Aufgaben of the Vorgang that have not passed on `day`, of those that were there at `before`.
 * @returns how many
 */
export async function moveAufgaben(
  queries: Queries,
  vorgangId: Id,
  { days, day, before }: { readonly days: number; readonly day: Day; readonly before: Date },
): Promise<number> {
  const rows = await queries.query(
    `UPDATE aufgabe SET frist = frist + $2::int, version = version + 1
      WHERE vorgang_id = $1 AND state = 'offen' AND frist >= $3 AND created_at <= $4 RETURNING id`,
    [vorgangId, days, day, before],
  );
  return rows.length;
}
