import type { Mark, WordView } from '../../../server/contract/schwaerzung-views.js';
import { boxesOf, findWords, furtherPlaces, markOver, wordInLine, wordsUnder } from './words.js';

const word = (text: string, line: number, left: number): WordView => ({
  text,
  line,
  box: [left, 100 - line * 20, left + 30, 112 - line * 20],
});
const pages = [
  { words: [word('Frau', 0, 0), word('Musterfrau,', 0, 40), word('Altena', 1, 0), word('Musterfraus', 1, 40)] },
  { words: [word('Liebe', 0, 0), word('MUSTERFRAU', 0, 40)] },
];
const mark = (own: Partial<Mark> = {}): Mark => ({
  ...{ id: 'a', page: 1, boxes: [pages[0]!.words[1]!.box], reason: 'ifgPerson', paragraph: '' },
  ...own,
});

describe('the words of a Dokument', () => {
  it('are not found for an empty question', () => {
    expect(findWords(pages, '  , ')).toEqual([]);
  });

  it('are found in any spelling, as parts, and one after the other', () => {
    expect(findWords(pages, 'musterfrau')).toHaveLength(3);
    expect(findWords(pages, 'Frau Musterfrau')).toEqual([{ page: 1, from: 0, to: 1 }]);
  });

  it('are covered by a mark that touches any part of them, on its page only', () => {
    const [left, bottom, , top] = pages[0]!.words[1]!.box;
    const narrow = mark({ boxes: [[left, bottom, left + 1, top]] });
    expect(markOver([narrow], 1, pages[0]!.words[1]!)).toBe(narrow);
    expect(markOver([narrow], 2, pages[0]!.words[1]!)).toBeUndefined();
    expect(wordsUnder(pages, narrow)).toBe('Musterfrau,');
  });

  it('become one box for each line', () => {
    expect(boxesOf(pages, { page: 1, from: 0, to: 2 })).toEqual([
      [0, 100, 70, 112],
      [0, 80, 30, 92],
    ]);
  });

  it('that are marked in one place are named where they still stand', () => {
    expect(furtherPlaces(pages, [mark()])).toEqual([
      {
        word: 'musterfrau',
        hits: [
          { page: 1, from: 3, to: 3 },
          { page: 2, from: 1, to: 1 },
        ],
      },
    ]);
    expect(furtherPlaces(pages, [])).toEqual([]);
  });

  it('lie above and below each other', () => {
    expect(wordInLine(pages[0]!.words, 1, 1)).toBe(3);
    expect(wordInLine(pages[0]!.words, 3, -1)).toBe(1);
    expect(wordInLine(pages[0]!.words, 0, -1)).toBe(0);
  });
});
