import type { Queries } from '../../../platform/postgres/database.js';

/**
 * Makes due at once what was put off only because the cluster was away or busy. The back-off of the outbox grows to an
 * hour, which is right for what fails by itself, and wrong for what waits for somebody who is back.
 */
export async function hurryPostponed(queries: Queries, topics: readonly string[], now: Date): Promise<void> {
  await queries.query(
    `UPDATE outbox SET next_at = $2
      WHERE mandant_id = current_mandant() AND topic = ANY($1) AND done_at IS NULL AND next_at > $2
        AND last_error ~ '^Zeebe (away|busy)'`,
    [topics, now],
  );
}
