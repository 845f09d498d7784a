import type { SearchHit } from '../../../server/contract/search-views.js';
import { groupHits } from './group-hits.js';

const hit = (id: string, akteId: string) => ({ id, akteId, akteBetreff: `Akte ${akteId}` }) as SearchHit;

describe('hits of a search', () => {
  it('stand together by Akte, in the order of the best one', () => {
    const groups = groupHits([hit('1', 'b'), hit('2', 'a'), hit('3', 'b')]);
    expect(groups.map(({ betreff, hits }) => [betreff, hits.map(({ id }) => id)])).toEqual([
      ['Akte b', ['1', '3']],
      ['Akte a', ['2']],
    ]);
  });

  it('are nothing where nothing was found', () => {
    expect(groupHits([])).toEqual([]);
  });
});
