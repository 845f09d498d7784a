import { z } from 'zod';
import { FIXED_TILES, type TileKey } from '../contract/board-views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { MOST_TILES } from './board.js';

const keptTile = z.union([z.templateLiteral(['filter:', z.uuid()]), z.templateLiteral(['search:', z.uuid()])]);

/** What a board may say; also asked of what was kept by an older version. */
export const boardSchema = z.object({ tiles: z.array(z.union([z.enum(FIXED_TILES), keptTile])).max(MOST_TILES) });

/** The tiles of the acting person; null for whoever has arranged nothing, or nothing that this version understands. */
export async function findBoard(tx: Transaction): Promise<TileKey[] | null> {
  const [row] = await tx.query<{ board: unknown }>(`SELECT board FROM board WHERE person_id = $1`, [personOf(tx).id]);
  const kept = boardSchema.safeParse(row?.board);
  return kept.success ? kept.data.tiles : null;
}

/** Keeps them for the acting person. */
export async function saveBoard(tx: Transaction, tiles: readonly TileKey[]): Promise<void> {
  await tx.query(
    `INSERT INTO board (person_id, mandant_id, board) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET board = excluded.board`,
    [personOf(tx).id, tx.mandantId, JSON.stringify({ tiles })],
  );
}
