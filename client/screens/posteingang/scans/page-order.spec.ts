import { firstStep, stepBack, stepTo } from './order-steps.js';
import {
  addScan,
  allPages,
  figures,
  leaveOut,
  movePage,
  type PageOrder,
  putPage,
  splitAtSeparators,
  splitOrJoin,
  startOrder,
  startOver,
  toggleLeftOut,
  toInput,
  turnPage,
  unchanged,
} from './page-order.js';

const pile = { eingangId: 'pile', fileName: 'Scan_0815.pdf', pages: 4 };
const other = { eingangId: 'other', fileName: 'Scan_0816.pdf', pages: 2 };
const whole = startOrder(pile);
const split = splitOrJoin(whole, '0-3');
const both = addScan(whole, other);

/** Letters as words: `0-1 0-2 | 0-3`. */
const words = ({ letters }: PageOrder) =>
  letters
    .map(({ pages }) => pages.map(({ key, state }) => (state === 'kept' ? key : `(${key})`)).join(' '))
    .join(' | ');

describe('an order of pages', () => {
  it('does nothing to a page that it does not have, nor before the first and after the last', () => {
    for (const same of [
      splitOrJoin(split, '7-7'),
      splitOrJoin(split, '0-1'),
      movePage(split, '0-1', -1),
      movePage(split, '0-4', 1),
      turnPage(split, '7-7'),
      leaveOut(split, new Set()),
      putPage(split, '0-3', { letter: split.letters[1]!.id, index: 0 }),
      addScan(split, pile),
      splitAtSeparators(split, new Set()),
    ]) {
      expect(same).toBe(split);
    }
  });

  it('begins a letter with a page, and joins it with the one before by the same', () => {
    expect(words(split)).toBe('0-1 0-2 | 0-3 0-4');
    expect(words(splitOrJoin(split, '0-3'))).toBe('0-1 0-2 0-3 0-4');
  });

  it('gives each letter an identity that stays when others come and go', () => {
    const [first, third] = split.letters.map(({ id }) => id);
    const again = splitOrJoin(split, '0-2');
    expect(again.letters.map(({ id }) => id)).toEqual([first, expect.any(Number), third]);
    expect(new Set(again.letters.map(({ id }) => id)).size).toBe(3);
  });

  it('moves a page within its letter, over its edges, and a letter without pages is gone', () => {
    expect(words(movePage(split, '0-1', 1))).toBe('0-2 0-1 | 0-3 0-4');
    expect(words(movePage(split, '0-2', 1))).toBe('0-1 | 0-2 0-3 0-4');
    expect(words(movePage(split, '0-3', -1))).toBe('0-1 0-2 0-3 | 0-4');
    expect(words(movePage(movePage(split, '0-3', -1), '0-4', -1))).toBe('0-1 0-2 0-3 0-4');
  });

  it('puts a page to any place, or makes a letter of it', () => {
    expect(words(putPage(split, '0-4', { letter: split.letters[0]!.id, index: 1 }))).toBe('0-1 0-4 0-2 | 0-3');
    expect(words(putPage(split, '0-1', { letter: 'new', index: 0 }))).toBe('0-2 | 0-3 0-4 | 0-1');
  });

  it('turns by quarters, and back to where it was after four', () => {
    const turns = [1, 2, 3, 4].map((times) => {
      const turned = Array.from({ length: times }).reduce<PageOrder>((order) => turnPage(order, '0-2'), whole);
      return allPages(turned)[1]!.turn;
    });
    expect(turns).toEqual([90, 180, 270, 0]);
  });

  it('leaves out a page in its place and takes it in again there; several go at once', () => {
    const without = toggleLeftOut(whole, '0-2');
    expect(words(without)).toBe('0-1 (0-2) 0-3 0-4');
    expect(words(toggleLeftOut(without, '0-2'))).toBe('0-1 0-2 0-3 0-4');
    expect(words(leaveOut(without, new Set(['0-2', '0-4'])))).toBe('0-1 (0-2) 0-3 (0-4)');
  });

  it('leaves separators out and begins a letter after each, but none without a page that is kept', () => {
    const long = startOrder({ ...pile, pages: 8 });
    const at = (...pages: number[]) => words(splitAtSeparators(long, new Set(pages.map((page) => `0-${page}`))));
    expect(at(3, 6)).toBe('0-1 0-2 (0-3) | 0-4 0-5 (0-6) | 0-7 0-8');
    expect(at(1, 4, 5, 8)).toBe('(0-1) 0-2 0-3 (0-4) (0-5) | 0-6 0-7 (0-8)');
    const blankBacks = leaveOut(long, new Set(['0-2', '0-5', '0-8']));
    expect(words(splitAtSeparators(blankBacks, new Set(['0-1', '0-4', '0-7'])))).toBe(
      '(0-1) (0-2) 0-3 (0-4) | (0-5) 0-6 (0-7) (0-8)',
    );
  });

  it('keeps the letters that somebody has made before the separators are used', () => {
    expect(words(splitAtSeparators(splitOrJoin(whole, '0-2'), new Set(['0-3'])))).toBe('0-1 | 0-2 (0-3) | 0-4');
    expect(words(splitAtSeparators(split, new Set(['0-2'])))).toBe('0-1 (0-2) | 0-3 0-4');
  });

  it('starts over with every scan as it came', () => {
    const moved = splitOrJoin(movePage(both, '1-1', -1), '0-2');
    expect(words(startOver(moved))).toBe('0-1 0-2 0-3 0-4 | 1-1 1-2');
  });

  it('knows that nothing has changed, also with a second scan and after a way back', () => {
    expect([whole, both, splitOrJoin(split, '0-3')].map(unchanged)).toEqual([true, true, true]);
    const changed = [split, turnPage(whole, '0-1'), toggleLeftOut(whole, '0-4'), movePage(whole, '0-1', 1)];
    expect(changed.map(unchanged)).toEqual([false, false, false, false]);
    expect(unchanged(splitOrJoin(both, '1-1'))).toBe(false);
  });

  it('asks for the letters with the version of each scan, and for no scan of which nothing is kept', () => {
    const order = leaveOut(turnPage(splitOrJoin(both, '0-2'), '0-1'), new Set(['0-2', '1-1', '1-2']));
    expect(toInput(order, (id) => (id === 'pile' ? 3 : 9))).toEqual({
      sources: [{ eingangId: 'pile', version: 3 }],
      letters: [
        { pages: [{ source: 0, page: 1, turn: 90 }] },
        {
          pages: [
            { source: 0, page: 3, turn: 0 },
            { source: 0, page: 4, turn: 0 },
          ],
        },
      ],
    });
    expect(figures(order)).toEqual({ letters: 2, leftOut: 1 });
  });

  it('counts the sources of what it asks for anew where an earlier one is not touched', () => {
    const order = leaveOut(both, new Set(['0-1', '0-2', '0-3', '0-4', '1-2']));
    expect(toInput(order, () => 1)).toEqual({
      sources: [{ eingangId: 'other', version: 1 }],
      letters: [{ pages: [{ source: 0, page: 1, turn: 0 }] }],
    });
  });
});

describe('the steps of an order', () => {
  it('remember nothing that changed nothing, and end at the beginning', () => {
    const begun = firstStep(whole);
    expect(stepTo(begun, whole)).toBe(begun);
    expect(stepBack(begun).now).toBe(whole);
  });

  it('go back one by one', () => {
    const steps = stepTo(stepTo(firstStep(whole), split), turnPage(split, '0-1'));
    expect(words(stepBack(steps).now)).toBe(words(split));
    expect(stepBack(stepBack(steps))).toEqual(firstStep(whole));
  });
});
