import type { Id } from '../contract/views.js';
import type { Database, Queries } from '../platform/postgres/database.js';
import { formatCheckpoint, type Checkpoint } from './checkpoint.js';
import { createMerkleTree } from './merkle-tree.js';
import { TILE, tileOf, type TreeParts } from './proof-tree.js';

// Tiles of one transaction: 65,536 row hashes are read in 0.1 s.
const TILES_AT_ONCE = 64;

/** Keeps a checkpoint for the proofs of this server; the first one of a size stays. */
export async function keepCheckpoint(queries: Queries, checkpoint: Checkpoint): Promise<void> {
  await queries.query(
    `INSERT INTO protokoll_checkpoint (mandant_id, size, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [checkpoint.mandantId, checkpoint.size, formatCheckpoint(checkpoint)],
  );
}

/** The newest checkpoint as text; null before there is one. */
export async function newestCheckpoint(queries: Queries): Promise<string | null> {
  const [row] = await queries.query<{ note: string }>(
    `SELECT note FROM protokoll_checkpoint WHERE mandant_id = current_mandant() ORDER BY size DESC LIMIT 1`,
  );
  return row?.note ?? null;
}

/** The checkpoint over so many rows as text; null where none was taken. */
export async function checkpointOfSize(queries: Queries, size: number): Promise<string | null> {
  const [row] = await queries.query<{ note: string }>(
    `SELECT note FROM protokoll_checkpoint WHERE mandant_id = current_mandant() AND size = $1`,
    [size],
  );
  return row?.note ?? null;
}

/** Checkpoints from the newest one back, at most `limit` below the given size. */
export async function listCheckpoints(queries: Queries, before: number, limit: number): Promise<string[]> {
  const rows = await queries.query<{ note: string }>(
    `SELECT note FROM protokoll_checkpoint WHERE mandant_id = current_mandant() AND size < $1
      ORDER BY size DESC LIMIT $2`,
    [before, limit],
  );
  return rows.map(({ note }) => note);
}

/** Stores the roots of all whole tiles below `size` that are not stored yet. */
export async function fillTiles(database: Database, mandantId: Id, size: number): Promise<void> {
  for (let whole = -1; whole !== 0;) {
    whole = await database.transaction(mandantId, async (queries) => {
      const [last] = await queries.query<{ next: string }>(
        `SELECT coalesce(max(position) + 1, 0) AS next FROM protokoll_tile WHERE mandant_id = $1`,
        [mandantId],
      );
      const first = Number(last?.next ?? 0);
      const numbers = upTo(Math.min(tileOf(size) - first, TILES_AT_ONCE)).map((number) => first + number);
      const rows = await loadRows(queries, numbers, size);
      const hashes = numbers.flatMap((number) => tileRoot(rows.get(number) ?? []) ?? []);
      // A row is missing: that is for the verifier to say, which has looked at these rows before.
      if (hashes.length < numbers.length) return 0;
      await queries.query(
        `INSERT INTO protokoll_tile (mandant_id, position, hash)
         SELECT $1, t.position, t.hash FROM unnest($2::bigint[], $3::bytea[]) AS t (position, hash)
         ON CONFLICT DO NOTHING`,
        [mandantId, numbers, hashes],
      );
      return numbers.length;
    });
  }
}

/**
 * Everything that proofs about some rows need of a tree of `size`. Tiles that are not stored yet are computed from their
 * rows, so that a proof never depends on when the last round of the keeper was.
 *
 * @param indexes of the rows, from 0
 * @returns null where rows are missing
 */
export async function loadTree(queries: Queries, size: number, indexes: readonly number[]): Promise<TreeParts | null> {
  const stored = await queries.query<{ hash: Buffer }>(
    `SELECT hash FROM protokoll_tile WHERE mandant_id = current_mandant() AND position < $1 ORDER BY position`,
    [tileOf(size)],
  );
  const missing = upTo(tileOf(size) - stored.length).map((number) => stored.length + number);
  const wanted = new Set([...indexes.map(tileOf), ...missing, ...(size % TILE === 0 ? [] : [tileOf(size)])]);
  const rows = await loadRows(queries, [...wanted], size);
  const computed = missing.flatMap((number) => tileRoot(rows.get(number) ?? []) ?? []);
  const found = [...rows.entries()].every(([tile, hashes]) => hashes.length === Math.min(TILE, size - tile * TILE));
  if (computed.length < missing.length || rows.size < wanted.size || !found) return null;
  return { size, tiles: [...stored.map(({ hash }) => hash), ...computed], rows };
}

/** The row hashes of some tiles, as far as the tree goes. */
async function loadRows(queries: Queries, tiles: readonly number[], size: number): Promise<Map<number, Buffer[]>> {
  const found = await queries.query<{ tile: string; hashes: Buffer[] }>(
    `SELECT t.tile, array_agg(k.row_hash ORDER BY k.sequence) AS hashes
       FROM unnest($1::bigint[]) AS t (tile)
       JOIN protokoll k ON k.mandant_id = current_mandant()
        AND k.sequence > t.tile * $2 AND k.sequence <= least((t.tile + 1) * $2, $3)
      GROUP BY t.tile`,
    [tiles, TILE, size],
  );
  return new Map(found.map(({ tile, hashes }) => [Number(tile), hashes]));
}

function tileRoot(rows: readonly Buffer[]): Buffer | null {
  if (rows.length !== TILE) return null;
  const tree = createMerkleTree();
  rows.forEach(tree.add);
  return tree.root();
}

function upTo(count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, number) => number);
}
