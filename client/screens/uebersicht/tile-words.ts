import type { FixedTile, TileKey, TileOffer, TileTarget } from '../../../server/contract/board-views.js';
import { addressOf } from '../inbox/filter-words.js';

const WORDS: Readonly<Record<FixedTile, string>> = {
  mine: $localize`:@@board.mine:Meine Aufgaben`,
  overdue: $localize`:@@board.overdue:Meine überfälligen Aufgaben`,
  week: $localize`:@@board.week:Meine Fristen dieser Woche`,
  group: $localize`:@@board.group:Aufgaben meines Sachgebiets`,
  posteingang: $localize`:@@board.posteingang:Im Posteingang, noch ohne Vorgang`,
  undistributed: $localize`:@@board.undistributed:In der Einheit, noch bei niemandem`,
};

/** What a tile is called: a kept filter by its own name, a kept search as one. */
export function tileWords({ id, name }: Pick<TileOffer, 'id' | 'name'>): string {
  if (name === null) return WORDS[id as FixedTile];
  return id.startsWith('search:') ? $localize`:@@board.search:Suche „${name}:name:“` : name;
}

/** Where the number of a tile leads: to the very rows that it counts. */
export function addressOfTile(target: TileTarget): { path: string; query: Record<string, string | null> } {
  switch (target.kind) {
    case 'aufgaben':
      return {
        path: '/aufgaben',
        query: { ...addressOf(target.filter), list: target.list === 'meine' ? null : target.list },
      };
    case 'posteingang':
      return { path: '/posteingang', query: {} };
    case 'undistributed':
      return { path: '/verteilung', query: { with: 'group' } };
    case 'search':
      return { path: '/suche', query: { q: target.query } };
  }
}

/** The tiles with one of them at another place; the ends stop it. */
export function moved(tiles: readonly TileKey[], id: TileKey, place: number): TileKey[] {
  const others = tiles.filter((tile) => tile !== id);
  const at = Math.max(0, Math.min(place, others.length));
  return [...others.slice(0, at), id, ...others.slice(at)];
}
