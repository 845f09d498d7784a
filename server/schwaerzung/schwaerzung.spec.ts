import { REASONS, type Mark } from '../contract/schwaerzung-views.js';
import { countReasons, markObstacles, refuseTellingBetreff } from './schwaerzung.js';

const mark = (own: Partial<Mark> = {}): Mark => ({
  ...{ id: 'a', page: 1, boxes: [[0, 0, 1, 1]], reason: 'ifgPerson', paragraph: '' },
  ...own,
});

describe('the rules of marks', () => {
  it('refuse nothing, and other law without a paragraph', () => {
    expect(markObstacles([]).map(({ code }) => code)).toEqual(['schwaerzung.nothingMarked']);
    expect(markObstacles([mark(), mark({ reason: 'anderes' })])).toMatchObject([{ code: 'schwaerzung.noParagraph' }]);
    expect(markObstacles([mark({ reason: 'anderes', paragraph: '§ 9 IFG NRW' })])).toEqual([]);
  });

  it.each([
    ['Anfrage Musterfrau', ['Musterfrau,'], 'tells'],
    ['anfrage MUSTERFRAU', ['Musterfrau'], 'tells'],
    ['Musterfraus Antrag', ['Musterfrau'], 'tells'],
    ['Antrag von der Stadt', ['der', 'von'], 'silent'],
    ['Anfrage, geschwärzt', ['Musterfrau'], 'silent'],
  ])('judge the title „%s“ over %j: %s', (betreff, words, verdict) => {
    expect(refuseTellingBetreff(betreff, words) === null ? 'silent' : 'tells').toBe(verdict);
  });

  it('count each paragraph once for all its marks', () => {
    const marks = [mark(), mark(), mark({ reason: 'ifgGeschaeft', paragraph: '§ 8 IFG NRW' })];
    expect(countReasons(marks)).toEqual({ '§ 5 IFG': 2, '§ 8 IFG NRW': 1 });
  });

  it('name a paragraph for every reason but other law', () => {
    const silent = Object.entries(REASONS).filter(([, { paragraph }]) => paragraph === '');
    expect(silent.map(([code]) => code)).toEqual(['anderes']);
  });
});
