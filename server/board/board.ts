import { FIXED_TILES, type FixedTile, type TileKey, type TileOffer, type TileTarget } from '../contract/board-views.js';
import type { Permission } from '../contract/permissions.js';

/** As many as somebody takes in; each costs one question. */
export const MOST_TILES = 20;

/** A search is counted up to here and costs about 30 µs a record: whoever has more than 99 reads none of them one by one. */
export const MOST_COUNTED = 99;

const FIXED: Readonly<Record<FixedTile, { readonly permission: Permission; readonly target: TileTarget }>> = {
  mine: { permission: 'aufgabe.work', target: { kind: 'aufgaben', list: 'meine', filter: {} } },
  overdue: {
    permission: 'aufgabe.work',
    target: { kind: 'aufgaben', list: 'meine', filter: { frist: 'ueberfaellig' } },
  },
  week: { permission: 'aufgabe.work', target: { kind: 'aufgaben', list: 'meine', filter: { frist: 'woche' } } },
  group: { permission: 'aufgabe.work', target: { kind: 'aufgaben', list: 'gruppe', filter: {} } },
  posteingang: { permission: 'posteingang.read', target: { kind: 'posteingang' } },
  undistributed: { permission: 'aufgabe.distribute', target: { kind: 'undistributed' } },
};

/** What a tile needs: whoever may not open the list may not have its number either. */
export function permissionOf(id: TileKey): Permission {
  if (isFixed(id)) return FIXED[id].permission;
  return id.startsWith('search:') ? 'akte.read' : 'aufgabe.work';
}

/** The tiles that are the same for all, for whoever has these permissions. */
export function fixedOffers(may: (permission: Permission) => boolean): TileOffer[] {
  return FIXED_TILES.filter((id) => may(FIXED[id].permission)).map((id) => ({
    id,
    name: null,
    target: FIXED[id].target,
  }));
}

/**
 * The board out of what is offered: in the order that was kept, without what is not offered any more. Whoever has kept
 * nothing yet gets all tiles that are the same for all, which the permissions of their role have chosen.
 */
export function boardOf(kept: readonly TileKey[] | null, offered: readonly TileOffer[]): TileOffer[] {
  const wanted = kept ?? FIXED_TILES;
  return wanted.flatMap((id) => offered.find((offer) => offer.id === id) ?? []);
}

function isFixed(id: TileKey): id is FixedTile {
  return Object.hasOwn(FIXED, id);
}
