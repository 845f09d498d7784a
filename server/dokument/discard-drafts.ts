import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Marks the drafts that a process made as discarded; bytes and versions stay. People's own drafts go on. Returns their ids. */
export async function discardDrafts(queries: Queries, vorgangId: Id): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `UPDATE dokument SET state = 'verworfen', version = version + 1
      WHERE vorgang_id = $1 AND state = 'entwurf' AND created_by_id IS NULL AND eingang_id IS NULL RETURNING id`,
    [vorgangId],
  );
  return rows.map(({ id }) => id);
}
