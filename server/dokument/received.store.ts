import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Placing } from './place.store.js';

export interface ReceivedDokument {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly vorgangId: Id;
  readonly nummer: number;
  readonly betreff: string;
  readonly sha256: string;
  readonly use: 'used' | 'untouched';
}

/** What an Eingang became, locked, in the order of the register; `used` once anybody has done anything with it. */
export async function receivedDokumente(queries: Queries, eingangId: Id): Promise<ReceivedDokument[]> {
  return queries.query<ReceivedDokument>(
    `SELECT d.id, d.parent_id AS "parentId", d.vorgang_id AS "vorgangId", d.nummer, d.betreff,
            (SELECT s.sha256 FROM dokument_version s WHERE s.dokument_id = d.id ORDER BY s.nummer LIMIT 1) AS sha256,
            CASE WHEN d.version > 1 OR d.place <> 'register' OR dokumente_in_use(ARRAY[d.id])
                   OR EXISTS (SELECT FROM dokument_version s WHERE s.dokument_id = d.id AND s.nummer > 1)
                   OR EXISTS (SELECT FROM dokument c WHERE c.parent_id = d.id AND c.eingang_id IS DISTINCT FROM d.eingang_id)
                 THEN 'used' ELSE 'untouched' END AS use
       FROM dokument d WHERE d.eingang_id = $1 ORDER BY d.nummer FOR UPDATE OF d`,
    [eingangId],
  );
}

/** Empties them by way of the bin, as the database asks for; the rows keep their numbers and are the Eingang no longer. */
export async function emptyReceived(
  queries: Queries,
  ids: readonly Id[],
  { at, by, reason }: Omit<Placing, 'place'>,
): Promise<void> {
  const place = `UPDATE dokument SET place = $2, placed_at = $3, placed_by = $4, placed_reason = $5, version = version + 1
                  WHERE id = ANY($1)`;
  await queries.query(place, [ids, 'bin', at, by, reason]);
  await queries.query(place, [ids, 'deleted', at, by, reason]);
  await queries.query(
    `UPDATE dokument SET betreff = '', dokument_date = NULL, zusatz = '{}', eingang_id = NULL WHERE id = ANY($1)`,
    [ids],
  );
  await queries.query(`DELETE FROM dokument_version WHERE dokument_id = ANY($1)`, [ids]);
}
