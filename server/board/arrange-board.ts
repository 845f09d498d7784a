import { act } from '../platform/act.js';
import { boardOf, permissionOf } from './board.js';
import { boardSchema, findBoard, saveBoard } from './board.store.js';
import { loadOffers } from './board.views.js';

/**
 * Arranges the own board: which tiles, in which order. Its reverse is itself, with what was before. Like the layout of the
 * list it leaves no row in the Protokoll, which must not tell how somebody works.
 */
export const arrangeBoard = act('board.arrangeBoard', boardSchema, async (tx, { tiles }) => {
  for (const id of tiles) tx.require(permissionOf(id));
  const before = boardOf(await findBoard(tx), await loadOffers(tx)).map(({ id }) => id);
  await saveBoard(tx, [...new Set(tiles)]);
  return { before: { tiles: before } };
});
