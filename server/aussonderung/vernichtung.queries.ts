import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/**
 * What stands against changing a record because a Vorgang of it is selected for a Vernichtung: from the request to its end
 * that one stays as it was seen. Acts that change something about closed Vorgaenge ask this; a Sperre may always be set.
 */
export async function refuseWhileSelected(
  queries: Queries,
  kind: 'aktenplaneinheit' | 'akte' | 'vorgang',
  id: Id,
): Promise<Rejection | null> {
  // What a position says counts for what is closed from now on.
  if (kind === 'aktenplaneinheit') return null;
  const [row] = await queries.query<{ aktenzeichen: string }>(
    `SELECT i.aktenzeichen FROM vernichtung_item i JOIN vorgang v ON v.id = i.record_id
      WHERE ${kind === 'akte' ? 'v.akte_id' : 'v.id'} = $1 AND i.state = 'selected' ORDER BY i.aktenzeichen LIMIT 1`,
    [id],
  );
  return row ? reject('aussonderung.inVernichtung', { aktenzeichen: row.aktenzeichen }) : null;
}
