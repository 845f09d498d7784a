import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Others of this installation. */
export function otherMandanten(queries: Queries): Promise<{ id: Id; name: string }[]> {
  return queries.query<{ id: Id; name: string }>(`SELECT id, name FROM other_mandanten()`);
}
