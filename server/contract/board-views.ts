import type { AufgabenFilter, AufgabenList } from './aufgaben-views.js';

/** Tiles that everybody with the permission for them may have; kept filters and searches are tiles of their own: `filter:<id>`. */
export const FIXED_TILES = ['mine', 'overdue', 'week', 'group', 'posteingang', 'undistributed'] as const;
export type FixedTile = (typeof FIXED_TILES)[number];
export type TileKey = FixedTile | `filter:${string}` | `search:${string}`;

/** The rows that a tile counts: the list that its number opens. */
export type TileTarget =
  | { kind: 'aufgaben'; list: AufgabenList; filter: AufgabenFilter }
  | { kind: 'posteingang' }
  | { kind: 'undistributed' }
  | { kind: 'search'; query: string };

/** What a person may put on the board. */
export interface TileOffer {
  id: TileKey;
  /** Of a kept filter or search; null where the tile has a name of its own. */
  name: string | null;
  target: TileTarget;
}

/** A tile on the board, with how many rows its target has for whoever asks. */
export interface BoardTile extends TileOffer {
  count: number;
  /** There are more than these: a search is counted no further. */
  more: boolean;
}

/** `GET /api/board`: the own board, and what could be added to it. */
export interface BoardView {
  tiles: BoardTile[];
  offered: TileOffer[];
}
