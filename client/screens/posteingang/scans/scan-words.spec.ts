import { leaveOut, splitOrJoin, startOrder, turnPage } from './page-order.js';
import {
  headingOf,
  letterNumbers,
  nameOfPage,
  pagesInWords,
  separatorsOffer,
  whatHappened,
  whatHappens,
} from './scan-words.js';

const order = splitOrJoin(
  splitOrJoin(startOrder({ eingangId: 'e', fileName: 'Scan_0815.pdf', pages: 4 }), '0-2'),
  '0-3',
);

describe('the words of the scan sheet', () => {
  it('count what will be done, one or several', () => {
    expect(whatHappens({ letters: 1, leftOut: 0 })).toBe('1 Brief anlegen');
    expect(whatHappens({ letters: 3, leftOut: 1 })).toBe('3 Briefe anlegen, 1 Seite weglassen');
    expect(whatHappens({ letters: 2, leftOut: 4 })).toBe('2 Briefe anlegen, 4 Seiten weglassen');
    expect([1, 2].map(whatHappened)).toEqual(['1 Brief angelegt.', '2 Briefe angelegt.']);
  });

  it('number the letters without those of which nothing is kept', () => {
    const without = leaveOut(order, new Set(['0-2']));
    const numbers = letterNumbers(without);
    expect(without.letters.map((letter) => headingOf(letter, numbers.get(letter.id) ?? null))).toEqual([
      'Brief 1 · 1 Seite',
      'Kein Brief · nur weggelassene Seiten',
      'Brief 2 · 2 Seiten',
    ]);
  });

  it('say of a page where it comes from, where it goes and what was done with it', () => {
    const changed = turnPage(leaveOut(order, new Set(['0-1'])), '0-3');
    const [first, , third] = changed.letters.flatMap(({ pages }) => pages);
    expect(nameOfPage(changed, third!, 2, null)).toBe('Seite 3 von Scan_0815.pdf, Brief 2, um 90° gedreht');
    expect(nameOfPage(changed, first!, null, 'blank')).toBe('Seite 1 von Scan_0815.pdf, weggelassen, vermutlich leer');
  });

  it('say of a separator why it is taken for one, and why another is not', () => {
    const page = order.letters[0]!.pages[0]!;
    expect(nameOfPage(order, page, 1, 'separator')).toMatch(/, Brief 1, Trennblatt: Code gelesen, sonst leer$/);
    expect(nameOfPage(order, page, 1, 'moreThanSeparator')).toMatch(/ gelesen, aber nicht leer: bitte ansehen$/);
    expect([1, 2].map(separatorsOffer)).toEqual([
      '1 Trennblatt: an ihm teilen und weglassen',
      '2 Trennblätter: an ihnen teilen und weglassen',
    ]);
  });

  it('say pages in their order, neighbours as one range', () => {
    expect([[2], [3, 4, 5], [3, 4, 1], [2, 1]].map(pagesInWords)).toEqual([
      'Seite 2',
      'Seiten 3–5',
      'Seiten 3–4, 1',
      'Seiten 2, 1',
    ]);
  });
});
