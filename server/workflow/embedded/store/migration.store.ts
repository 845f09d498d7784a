import type { Queries } from '../../../platform/postgres/database.js';
import type { Key } from '../state.js';

/** Gives what an element instance owns the id that the element has in another model. */
export async function renameElement(queries: Queries, elementKey: Key, elementId: string): Promise<void> {
  await queries.query(`UPDATE engine.job SET element_id = $2 WHERE element_key = $1`, [elementKey, elementId]);
  await queries.query(`UPDATE engine.incident SET element_id = $2 WHERE element_key = $1`, [elementKey, elementId]);
}

/** Lets the waits of an element for one event wait for another; null: they end. */
export async function moveWait(queries: Queries, elementKey: Key, from: string, to: string | null): Promise<void> {
  for (const table of ['timer', 'message_subscription', 'signal_subscription']) {
    const change = to === null ? `DELETE FROM engine.${table}` : `UPDATE engine.${table} SET target_id = $3`;
    const values = to === null ? [elementKey, from] : [elementKey, from, to];
    await queries.query(`${change} WHERE element_key = $1 AND target_id = $2`, values);
  }
}
