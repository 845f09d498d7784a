import { countAufgaben } from '../aufgabe/aufgaben-list.views.js';
import { countUndistributed } from '../aufgabe/distribution.views.js';
import { findFilters } from '../aufgabe/saved-filters.views.js';
import type { BoardTile, BoardView, TileOffer, TileTarget } from '../contract/board-views.js';
import type { Permission } from '../contract/permissions.js';
import { permits } from '../platform/permits.js';
import type { Transaction } from '../platform/transaction.js';
import { countPosteingang } from '../posteingang/posteingang.views.js';
import { findAskable } from '../search/saved-searches.js';
import { countSearch } from '../search/search.views.js';
import { boardOf, fixedOffers, MOST_COUNTED } from './board.js';
import { findBoard } from './board.store.js';

/** The own board, each number counted with the eyes of whoever asks, and what could be added. */
export async function loadBoard(tx: Transaction): Promise<BoardView> {
  const offered = await loadOffers(tx);
  const tiles: BoardTile[] = [];
  for (const offer of boardOf(await findBoard(tx), offered)) {
    tiles.push({ ...offer, ...(await countOf(tx, offer.target)) });
  }
  return { tiles, offered: offered.filter(({ id }) => !tiles.some((tile) => tile.id === id)) };
}

/** All tiles that the acting person may have now. */
export async function loadOffers(tx: Transaction): Promise<TileOffer[]> {
  const may = (permission: Permission) => permits(tx.actor, permission);
  const filters = may('aufgabe.work') ? await findFilters(tx) : [];
  const searches = may('akte.read') ? await findAskable(tx) : [];
  return [
    ...fixedOffers(may),
    ...filters.map(({ id, name, list, filter }): TileOffer => ({
      ...{ id: `filter:${id}`, name },
      target: { kind: 'aufgaben', list, filter },
    })),
    ...searches.map(({ id, name, query }): TileOffer => ({
      id: `search:${id}`,
      name,
      target: { kind: 'search', query },
    })),
  ];
}

async function countOf(tx: Transaction, target: TileTarget): Promise<Pick<BoardTile, 'count' | 'more'>> {
  switch (target.kind) {
    case 'aufgaben':
      return { count: await countAufgaben(tx, target.list, target.filter), more: false };
    case 'posteingang':
      return { count: await countPosteingang(tx), more: false };
    case 'undistributed':
      return { count: await countUndistributed(tx), more: false };
    case 'search':
      return countSearch(tx, target.query, MOST_COUNTED);
  }
}
