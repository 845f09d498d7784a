import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** What the records want of the store for one hash, where it was told something else so far. */
export interface ProtectionWish {
  readonly sha256: string;
  readonly held: boolean;
  /** null: no retention, or none that is longer than the one it was told. */
  readonly until: Day | null;
}

export type ProtectedRecord = 'akte' | 'vorgang' | 'dokument';

/** Hashes of all versions in a record, after the given one, in their order. */
export async function hashesOf(
  queries: Queries,
  kind: ProtectedRecord,
  id: Id,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await queries.query<{ sha256: string }>(
    `SELECT DISTINCT s.sha256 FROM dokument_version s JOIN dokument d ON d.id = s.dokument_id
       JOIN vorgang v ON v.id = d.vorgang_id
      WHERE ${kind === 'dokument' ? 'd.id = $1' : `v.id IN (SELECT vorgaenge_of('${kind}', $1))`} AND s.sha256 > $2
      ORDER BY s.sha256 LIMIT $3`,
    [id, after, limit],
  );
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Those of the hashes about which the store was told something else than the records want, in their order. A hash in
 * several Dokumente is held where one of them is, and kept until the last of them may go.
 * @param rolling until when bytes are kept whose period has no end or has not begun; moved on by each reconciliation
 */
export async function differencesOf(
  queries: Queries,
  hashes: readonly string[],
  today: Day,
  rolling: Day,
): Promise<ProtectionWish[]> {
  return queries.query(
    `SELECT h.sha256, w.held, CASE WHEN w.until > coalesce(p.retained_until, $2) THEN w.until END AS until
       FROM unnest($1::text[]) h (sha256)
      CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(EXISTS (SELECT FROM sperren_on_dokument(d.id))), false) AS held,
               max(CASE WHEN v.state <> 'offen' THEN coalesce(v.aufbewahrungsende, $3) END) AS until
          FROM dokument_version s JOIN dokument d ON d.id = s.dokument_id JOIN vorgang v ON v.id = d.vorgang_id
         WHERE s.sha256 = h.sha256) w
       LEFT JOIN object_protection p ON p.object_hash = h.sha256
      WHERE w.held <> coalesce(p.held, false) OR w.until > coalesce(p.retained_until, $2)
      ORDER BY h.sha256`,
    [hashes, today, rolling],
  );
}

/** Two who tell the store about the same bytes do it one after the other, each by what the records say then. */
export async function lockHash(queries: Queries, sha256: string): Promise<void> {
  await queries.query(`SELECT pg_advisory_xact_lock(hashtextextended('object ' || $1, 0))`, [sha256]);
}

/** Whether another Mandant keeps a hold on the same bytes. */
export async function isHeldElsewhere(queries: Queries, sha256: string): Promise<boolean> {
  const [row] = await queries.query<{ held: boolean }>(`SELECT object_is_held_elsewhere($1) AS held`, [sha256]);
  return row?.held === true;
}

export interface ToldProtection extends ProtectionWish {
  readonly mandantId: Id;
  readonly at: Date;
  readonly state: 'told' | 'differs';
}

/** Writes down what the store was told; a retention only grows. */
export async function saveTold(queries: Queries, told: ToldProtection): Promise<void> {
  await queries.query(
    `INSERT INTO object_protection AS p (mandant_id, object_hash, held, retained_until, told_at, state)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (mandant_id, object_hash) DO UPDATE
        SET held = excluded.held, retained_until = greatest(p.retained_until, excluded.retained_until),
            told_at = excluded.told_at, state = excluded.state`,
    [told.mandantId, told.sha256, told.held, told.until, told.at, told.state],
  );
}

export interface ToldRow {
  readonly sha256: string;
  readonly held: boolean;
  readonly until: Day | null;
}

/** What the store was told and must still know: every hold and every difference, and of the rest what was looked at longest ago. */
export async function toldToCheck(queries: Queries, after: string, limit: number): Promise<ToldRow[]> {
  return queries.query(
    `SELECT object_hash AS sha256, held, retained_until AS until FROM object_protection
      WHERE (held OR state = 'differs') AND object_hash > $1 ORDER BY object_hash LIMIT $2`,
    [after, limit],
  );
}

export async function toldLongestAgo(queries: Queries, limit: number): Promise<ToldRow[]> {
  return queries.query(
    `SELECT object_hash AS sha256, held, retained_until AS until FROM object_protection
      WHERE NOT held AND state = 'told' ORDER BY told_at, object_hash LIMIT $1`,
    [limit],
  );
}

/** Ids of Vorgaenge whose bytes the store has to protect, after the given one. */
export async function vorgaengeToProtect(queries: Queries, after: Id, limit: number): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `SELECT v.id FROM vorgang v
      WHERE v.id > $1 AND (v.state <> 'offen' OR EXISTS (SELECT FROM sperren_on_vorgang(v.id)))
      ORDER BY v.id LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** The bytes are gone, and with them what the store was told about them. */
export async function forgetProtection(queries: Queries, sha256: string): Promise<void> {
  await queries.query(`DELETE FROM object_protection WHERE object_hash = $1`, [sha256]);
}
