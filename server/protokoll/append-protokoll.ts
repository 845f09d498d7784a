import { randomBytes } from 'node:crypto';
import type { ActContext, PendingProtokoll } from '../platform/act-runner.js';
import type { Queries } from '../platform/postgres/database.js';
import { commitTo, GENESIS, hashRow, type ChainedRow } from './protokoll-chain.js';
import { storable } from './storable.js';

const SALT_BYTES = 16;
// A statement holds at most 65,535 parameters; one transaction may well close 10,000 Vorgaenge.
const ROWS_PER_STATEMENT = 500;

/**
 * Writes the audit rows of one transaction at its end. The advisory lock is taken here and not earlier, so that the
 * writers of a Mandant wait for each other only from here to the commit.
 */
export async function appendProtokoll(
  queries: Queries,
  at: Date,
  context: ActContext,
  entries: readonly PendingProtokoll[],
): Promise<void> {
  await queries.query(`SELECT pg_advisory_xact_lock(hashtextextended('protokoll ' || $1, 0))`, [context.mandantId]);
  const [last] = await queries.query<{ sequence: string; row_hash: Buffer }>(
    `SELECT sequence, row_hash FROM protokoll WHERE mandant_id = $1 ORDER BY sequence DESC LIMIT 1`,
    [context.mandantId],
  );
  let sequence = last ? BigInt(last.sequence) : 0n;
  let previousHash = last?.row_hash ?? GENESIS;
  const rows: unknown[][] = [];
  const payloads: unknown[][] = [];
  for (const entry of entries) {
    sequence += 1n;
    const salt = randomBytes(SALT_BYTES);
    const payload = storable(entry.payload);
    const row: ChainedRow = {
      mandantId: context.mandantId,
      sequence,
      at,
      actor: context.actor.kind === 'person' ? context.actor.id : context.actor.name,
      action: entry.action,
      objectKind: entry.objectKind,
      // PostgreSQL gives a uuid back in lower case, whatever case a request had.
      objectId: entry.objectId.toLowerCase(),
      correlationId: entry.correlationId?.toLowerCase() ?? null,
      commitment: commitTo(payload, salt),
      previousHash,
    };
    const rowHash = hashRow(row);
    rows.push([
      row.mandantId,
      sequence,
      at,
      row.actor,
      row.action,
      row.objectKind,
      row.objectId,
      row.correlationId,
      row.commitment,
      previousHash,
      rowHash,
    ]);
    payloads.push([row.mandantId, sequence, salt, JSON.stringify(payload)]);
    previousHash = rowHash;
  }
  await insertAll(
    queries,
    `protokoll (mandant_id, sequence, at, actor, action, object_kind, object_id, correlation_id,
                commitment, previous_hash, row_hash)`,
    rows,
  );
  await insertAll(queries, 'protokoll_payload (mandant_id, sequence, salt, payload)', payloads);
}

async function insertAll(queries: Queries, target: string, rows: readonly unknown[][]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT);
    let place = 0;
    const tuples = part.map((row) => `(${row.map(() => `$${++place}`).join(', ')})`);
    await queries.query(`INSERT INTO ${target} VALUES ${tuples.join(', ')}`, part.flat());
  }
}
