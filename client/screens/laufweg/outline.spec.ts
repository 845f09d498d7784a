import { afterStep, outlineOf, placeBehind, type DraftLine } from './outline.js';

const group = (key: number, depth = 0): DraftLine => ({ key, depth, kind: 'group', order: 'parallel', quorum: null });
const station = (key: number, depth = 0): DraftLine => ({
  ...{ key, depth, kind: 'station', art: 'mitzeichnung', role: null, fristDays: null },
  person: { id: `p${key}`, name: 'Deniz', unit: '20.11', roles: [], never: {} },
});
/** `key/depth` of each line. */
const text = (lines: readonly DraftLine[]) => lines.map(({ key, depth }) => `${key}/${depth}`).join(' ');

const LIST = [station(1), group(2), station(3, 1), station(4, 1), station(5)];

describe('a list with indentation', () => {
  it('is not sent while a station asks nobody', () => {
    expect(outlineOf([{ ...station(1), kind: 'station', person: null } as DraftLine])).toBeNull();
  });

  it('does not indent where there is no group above, nor outdent or move beyond its edges', () => {
    expect(text(afterStep(LIST, 0, 'indent'))).toBe(text(LIST));
    expect(text(afterStep(LIST, 0, 'outdent'))).toBe(text(LIST));
    expect(text(afterStep(LIST, 0, 'up'))).toBe(text(LIST));
    expect(text(afterStep(LIST, 4, 'down'))).toBe(text(LIST));
    expect(text(afterStep(LIST, 2, 'up'))).toBe(text(LIST));
    expect(text(afterStep(LIST, 3, 'down'))).toBe(text(LIST));
  });

  it('moves a group with all that is in it, and over the whole neighbour', () => {
    expect(text(afterStep(LIST, 1, 'up'))).toBe('2/0 3/1 4/1 1/0 5/0');
    expect(text(afterStep(LIST, 1, 'down'))).toBe('1/0 5/0 2/0 3/1 4/1');
    expect(text(afterStep(LIST, 4, 'up'))).toBe('1/0 5/0 2/0 3/1 4/1');
    expect(text(afterStep(LIST, 2, 'down'))).toBe('1/0 2/0 4/1 3/1 5/0');
  });

  it('indents behind a group into it, outdents out of it, and removes a group with its members', () => {
    expect(text(afterStep(LIST, 4, 'indent'))).toBe('1/0 2/0 3/1 4/1 5/1');
    expect(text(afterStep(LIST, 3, 'outdent'))).toBe('1/0 2/0 3/1 4/0 5/0');
    expect(text(afterStep(LIST, 1, 'remove'))).toBe('1/0 5/0');
  });

  it('adds a line behind a station, and inside a group', () => {
    expect(placeBehind(LIST, 0)).toEqual({ index: 1, depth: 0 });
    expect(placeBehind(LIST, 1)).toEqual({ index: 4, depth: 1 });
    expect(placeBehind([], -1)).toEqual({ index: 0, depth: 0 });
  });

  it('is sent as it is seen; a Quorum only of those who are asked at once', () => {
    const quorum = { kind: 'count', value: 1 } as const;
    const sequence: DraftLine = { key: 9, depth: 0, kind: 'group', order: 'sequence', quorum };
    expect(outlineOf([sequence, station(1, 1)])).toEqual([
      { depth: 0, kind: 'group', order: 'sequence', quorum: null },
      { depth: 1, kind: 'station', art: 'mitzeichnung', who: { kind: 'person', personId: 'p1' }, fristDays: null },
    ]);
  });
});
