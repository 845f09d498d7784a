import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Marks the drafts of a Vorgang as discarded; their bytes and versions stay. Returns their ids. */
export async function discardDrafts(queries: Queries, vorgangId: Id): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `UPDATE dokument SET state = 'verworfen' WHERE vorgang_id = $1 AND state = 'entwurf' RETURNING id`,
    [vorgangId],
  );
  return rows.map(({ id }) => id);
}
