import type { TileOffer } from '../contract/board-views.js';
import { boardOf, fixedOffers, permissionOf } from './board.js';

const filter: TileOffer = { id: 'filter:1', name: 'Teure', target: { kind: 'aufgaben', list: 'meine', filter: {} } };

describe('the tiles of a board', () => {
  it('F108 are offered only to whoever may open what they count', () => {
    expect(fixedOffers(() => false)).toEqual([]);
    expect(fixedOffers((permission) => permission === 'posteingang.read').map(({ id }) => id)).toEqual(['posteingang']);
    const needed = ['undistributed', 'filter:1', 'search:1'] as const;
    expect(needed.map(permissionOf)).toEqual(['aufgabe.distribute', 'aufgabe.work', 'akte.read']);
  });

  it('F108 leave out what is not offered any more, and keep the order of the person', () => {
    const offered = [...fixedOffers((permission) => permission === 'aufgabe.work'), filter];
    const kept = ['filter:1', 'undistributed', 'filter:gone', 'overdue'] as const;
    expect(boardOf(kept, offered).map(({ id }) => id)).toEqual(['filter:1', 'overdue']);
  });

  it('F108 are those of the role for whoever has arranged nothing, and none for whoever wants none', () => {
    const offered = [...fixedOffers((permission) => permission === 'aufgabe.work'), filter];
    expect(boardOf(null, offered).map(({ id }) => id)).toEqual(['mine', 'overdue', 'week', 'group']);
    expect(boardOf([], offered)).toEqual([]);
  });
});
