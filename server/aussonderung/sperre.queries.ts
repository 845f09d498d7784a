import type { Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { underSperre, type SperreInForce } from './retention.js';

/**
 * SQL: the Sperren in force that keep the Vorgang `v`, as JSON. Days in Berlin, as the law counts them.
 * The order is that in which they were set.
 */
export const SPERREN_OF_VORGANG = `
  (SELECT coalesce(json_agg(json_build_object('on', s.object_kind, 'reason', s.reason,
            'since', to_char(s.set_at AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD')) ORDER BY s.set_at, s.id), '[]')
     FROM sperren_on_vorgang(v.id) s)`;

/** SQL: the Sperren that concern the record $1 with all that goes along with it; a Dokument takes its Anlagen along. */
const CONCERNING = {
  vorgang: `SELECT * FROM sperren_on_vorgang($1)`,
  dokument: `WITH RECURSIVE family AS (
      SELECT $1::uuid AS id UNION SELECT d.id FROM dokument d JOIN family ON d.parent_id = family.id)
    SELECT DISTINCT s.* FROM family CROSS JOIN LATERAL sperren_on_dokument(family.id) s`,
} as const;

/**
 * What stands against removing a Dokument or a Vorgang with all that is in it: every Sperre in force, on the record, above
 * it, and below it. Each act that removes something asks this first; the database refuses besides.
 */
export async function sperreObstacles(queries: Queries, kind: 'dokument' | 'vorgang', id: Id): Promise<Rejection[]> {
  const rows = await queries.query<SperreInForce>(
    `SELECT object_kind AS "on", reason, (set_at AT TIME ZONE 'Europe/Berlin')::date AS since
       FROM (${CONCERNING[kind]}) s ORDER BY set_at, id`,
    [id],
  );
  return rows.map(underSperre);
}

/** The Vorgang that a Dokument lies in. */
export async function concernedVorgang(queries: Queries, dokumentId: Id): Promise<Id> {
  const [row] = await queries.query<{ id: Id }>(`SELECT vorgang_id AS id FROM dokument WHERE id = $1`, [dokumentId]);
  if (!row) throw new Error('A Dokument without a Vorgang');
  return row.id;
}
