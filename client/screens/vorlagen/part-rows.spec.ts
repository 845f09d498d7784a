import { moved, newRow, partsOf, removed, rowsOf, type Move, type PartRow } from './part-rows.js';

/** `a b. c` is a with b in it, then c: the dots are the level. */
function rows(text: string): PartRow[] {
  return text.split(' ').map((word) => ({
    ...newRow('vorgang', word.length - word.replaceAll('.', '').length),
    betreff: word.replaceAll('.', ''),
  }));
}
const written = (list: readonly PartRow[]) => list.map(({ betreff, level }) => betreff + '.'.repeat(level)).join(' ');
const after = (text: string, index: number, move: Move) => written(moved(rows(text), index, move));

describe('moved', () => {
  it.each<[string, number, Move]>([
    ['a b', 0, 'up'],
    ['a b', 1, 'down'],
    ['a b', 0, 'out'],
    ['a b', 0, 'in'],
    ['a b. c', 1, 'up'],
    ['a b. c', 1, 'down'],
    ['a b', 7, 'up'],
  ])('refuses to move part of „%s“ where there is no way', (text, index, move) => {
    expect(after(text, index, move)).toBe(text);
  });

  it('goes past a neighbour with everything in it', () => {
    expect(after('a b. c d.', 2, 'up')).toBe('c d. a b.');
    expect(after('a b. c d.', 0, 'down')).toBe('c d. a b.');
  });

  it('goes into the one before it and out again', () => {
    expect(after('a b c.', 1, 'in')).toBe('a b. c..');
    expect(after('a b. c. d', 1, 'out')).toBe('a c. b d');
  });
});

describe('removed', () => {
  it('takes along what lies in it', () => {
    expect(written(removed(rows('a b. c.. d e.'), 0))).toBe('d e.');
    expect(written(removed(rows('a b. c'), 2))).toBe('a b.');
  });
});

describe('partsOf', () => {
  it('is the way back of rowsOf, whatever the order of the parts was', () => {
    const part = (betreff: string, above: number | null) => ({
      ...{ kind: 'vorgang' as const, betreff, above, dokumentvorlageId: null, dokumentvorlage: null },
    });
    const list = rowsOf([part('a', null), part('b', null), part('c', 0), part('d', 2)]);
    expect(written(list)).toBe('a c. d.. b');
    expect(partsOf(list).map(({ betreff, above }) => [betreff, above])).toEqual([
      ['a', null],
      ['c', 0],
      ['d', 1],
      ['b', null],
    ]);
  });
});
