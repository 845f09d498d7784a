import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Whether a person can sign in. Rights are computed anew from the next statement on. */
export async function saveActive(queries: Queries, personId: Id, active: boolean): Promise<void> {
  await queries.query(`UPDATE person SET active = $2 WHERE id = $1`, [personId, active]);
}
