import type { AufgabenFilter, AufgabenList } from './aufgaben-views.js';

/** Tiles that everybody with the permission for them may have; a kept filter is a tile of its own: `filter:<id>`. */
export const FIXED_TILES = ['mine', 'overdue', 'week', 'group', 'posteingang', 'undistributed'] as const;
export type FixedTile = (typeof FIXED_TILES)[number];
export type TileKey = FixedTile | `filter:${string}`;

/** The rows that a tile counts: the list that its number opens. */
export type TileTarget =
  | { kind: 'aufgaben'; list: AufgabenList; filter: AufgabenFilter }
  | { kind: 'posteingang' }
  | { kind: 'undistributed' };

/** What a person may put on the board. */
export interface TileOffer {
  id: TileKey;
  /** Of a kept filter; null where the tile has a name of its own. */
  name: string | null;
  target: TileTarget;
}

/** A tile on the board, with how many rows its target has for whoever asks. */
export interface BoardTile extends TileOffer {
  count: number;
}

/** `GET /api/board`: the own board, and what could be added to it. */
export interface BoardView {
  tiles: BoardTile[];
  offered: TileOffer[];
}
