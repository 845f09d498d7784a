import { countAufgaben } from '../aufgabe/aufgaben-list.views.js';
import { countUndistributed } from '../aufgabe/distribution.views.js';
import { loadSavedFilters } from '../aufgabe/saved-filters.views.js';
import type { BoardTile, BoardView, TileOffer, TileTarget } from '../contract/board-views.js';
import type { Permission } from '../contract/permissions.js';
import { permits } from '../platform/permits.js';
import type { Transaction } from '../platform/transaction.js';
import { countPosteingang } from '../posteingang/posteingang.views.js';
import { boardOf, fixedOffers } from './board.js';
import { findBoard } from './board.store.js';

/** The own board, each number counted with the eyes of whoever asks, and what could be added. */
export async function loadBoard(tx: Transaction): Promise<BoardView> {
  const offered = await loadOffers(tx);
  const tiles: BoardTile[] = [];
  for (const offer of boardOf(await findBoard(tx), offered)) {
    tiles.push({ ...offer, count: await countOf(tx, offer.target) });
  }
  return { tiles, offered: offered.filter(({ id }) => !tiles.some((tile) => tile.id === id)) };
}

/** All tiles that the acting person may have now. */
export async function loadOffers(tx: Transaction): Promise<TileOffer[]> {
  const may = (permission: Permission) => permits(tx.actor, permission);
  const { items } = may('aufgabe.work') ? await loadSavedFilters(tx) : { items: [] };
  const kept = items.map(({ id, name, list, filter }): TileOffer => ({
    ...{ id: `filter:${id}`, name },
    target: { kind: 'aufgaben', list, filter },
  }));
  return [...fixedOffers(may), ...kept];
}

function countOf(tx: Transaction, target: TileTarget): Promise<number> {
  switch (target.kind) {
    case 'aufgaben':
      return countAufgaben(tx, target.list, target.filter);
    case 'posteingang':
      return countPosteingang(tx);
    case 'undistributed':
      return countUndistributed(tx);
  }
}
