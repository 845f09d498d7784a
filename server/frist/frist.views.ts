import { dayAfter } from '../contract/days.js';
import type { FristView } from '../contract/frist-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { fristOf } from './frist.store.js';

/** By when a Vorgang must be finished, and whether it rests. */
export async function loadFrist(queries: Queries, vorgangId: Id): Promise<FristView> {
  const { vorgangId: _of, restsSince, plannedDays, ...own } = await fristOf(queries, vorgangId);
  const rests = restsSince === null ? null : { since: restsSince, until: dayAfter(restsSince, plannedDays ?? 0) };
  return { ...own, rests };
}
