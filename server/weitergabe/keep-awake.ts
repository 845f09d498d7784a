import type { Queries } from '../platform/postgres/database.js';

// A transaction in which nothing is asked for two minutes is taken for abandoned (database.ts). Large packages take longer.
const EVERY_MILLISECONDS = 30_000;

/** Works outside the database for as long as it takes, while the transaction that holds the job stays open. */
export async function keepAwake<Value>(queries: Queries, work: () => Promise<Value>): Promise<Value> {
  const timer = setInterval(() => {
    // A connection that is gone is told by the next question of the job itself.
    queries.query('SELECT 1').catch(() => undefined);
  }, EVERY_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
