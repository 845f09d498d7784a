import type { Queries } from '../platform/postgres/database.js';
import type { SearchRecord } from './renew-search.js';

/** What the index of the search lacks, and what it still has of records that are gone. */
export interface SearchFaults {
  readonly missing: readonly SearchRecord[];
  readonly stale: readonly SearchRecord[];
}

/** Enough to say that something is wrong; the next run goes on. */
const MOST = 100_000;

/** What the search should know: a Dokument in the bin is no longer found. */
const RECORDS = `SELECT 'akte' AS kind, id FROM akte UNION ALL SELECT 'vorgang', id FROM vorgang
  UNION ALL SELECT 'dokument', id FROM dokument WHERE place IN ('register', 'unlinked')`;

/** Compares records and index. What waits to be read is no fault. */
export async function searchFaults(queries: Queries): Promise<SearchFaults> {
  await queries.query(`SELECT set_config('enable_nestloop', 'off', true)`);
  const missing = await queries.query<SearchRecord>(
    `SELECT r.kind, r.id FROM (${RECORDS}) r
      WHERE NOT EXISTS (SELECT FROM search_entry e WHERE e.id = r.id)
        AND NOT EXISTS (SELECT FROM search_queue q WHERE q.record_id = r.id) LIMIT ${MOST}`,
  );
  const stale = await queries.query<SearchRecord>(
    `SELECT e.kind, e.id FROM search_entry e
      WHERE NOT EXISTS (SELECT FROM (${RECORDS}) r WHERE r.id = e.id)
        AND NOT EXISTS (SELECT FROM search_queue q WHERE q.record_id = e.id) LIMIT ${MOST}`,
  );
  return { missing, stale };
}
