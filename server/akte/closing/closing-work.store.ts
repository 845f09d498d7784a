import type { ClosingKind, ClosingReason } from '../../contract/closing-views.js';
import type { Id } from '../../contract/views.js';
import type { Queries } from '../../platform/postgres/database.js';

export interface ClosingWork {
  readonly kind: ClosingKind;
  readonly closing: number;
  readonly state: 'waiting' | 'done' | 'failed' | 'stopped';
  readonly reason: ClosingReason | null;
}

/** Begins all of them, whatever an earlier closing has left. The Vorgang must be locked. */
export async function insertWorks(
  queries: Queries & { readonly mandantId: Id },
  { vorgangId, kinds, closing, at }: { vorgangId: Id; kinds: readonly ClosingKind[]; closing: number; at: Date },
): Promise<void> {
  await queries.query(
    `INSERT INTO closing_work (mandant_id, vorgang_id, kind, closing, state, at)
     SELECT $1, $2, kind, $4, 'waiting', $5 FROM unnest($3::text[]) AS kind
     ON CONFLICT (vorgang_id, kind) DO UPDATE SET closing = $4, state = 'waiting', reason = NULL, at = $5`,
    [queries.mandantId, vorgangId, kinds, closing, at],
  );
}

export async function worksOf(queries: Queries, vorgangId: Id): Promise<ClosingWork[]> {
  return queries.query<ClosingWork>(
    `SELECT kind, closing, state, reason FROM closing_work WHERE vorgang_id = $1
      ORDER BY array_position(ARRAY['bin', 'protokoll', 'renditions'], kind)`,
    [vorgangId],
  );
}

/** Ends one of them: `null` is done, anything else why not. */
export async function endWork(
  queries: Queries,
  vorgangId: Id,
  kind: ClosingKind,
  { reason, at }: { reason: ClosingReason | null; at: Date },
): Promise<void> {
  await queries.query(
    `UPDATE closing_work SET state = CASE WHEN $3::jsonb IS NULL THEN 'done' ELSE 'failed' END, reason = $3, at = $4
      WHERE vorgang_id = $1 AND kind = $2`,
    [vorgangId, kind, reason && JSON.stringify(reason), at],
  );
}

/** Those that are not done, because the Vorgang runs again. */
export async function stopWorks(queries: Queries, vorgangId: Id, at: Date): Promise<void> {
  await queries.query(
    `UPDATE closing_work SET state = 'stopped', reason = NULL, at = $2 WHERE vorgang_id = $1 AND state IN ('waiting', 'failed')`,
    [vorgangId, at],
  );
}
