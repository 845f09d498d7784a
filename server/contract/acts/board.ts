import type { ActDescription } from './describe.js';
import type { TileKey } from '../board-views.js';

export const boardActs = {
  'board.arrangeBoard': {
    label: { de: 'Übersicht anordnen', en: 'Arrange overview' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'board.arrangeBoard' },
  },
} as const satisfies Record<string, ActDescription>;

export interface BoardActTypes {
  'board.arrangeBoard': {
    /** In the order in which they stand. */
    input: { tiles: TileKey[] };
    output: { before: { tiles: TileKey[] } };
  };
}
