import type { Mark } from '../contract/schwaerzung-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Places of one version that are marked and not yet redacted. */
export async function draftedMarks(
  queries: Queries,
  dokumentId: Id,
  nummer: number,
): Promise<Pick<Mark, 'page' | 'boxes'>[]> {
  const [draft] = await queries.query<{ marks: Mark[] }>(
    `SELECT marks FROM schwaerzung WHERE dokument_id = $1 AND nummer = $2 AND state = 'entwurf'`,
    [dokumentId, nummer],
  );
  return (draft?.marks ?? []).map(({ page, boxes }) => ({ page, boxes }));
}
