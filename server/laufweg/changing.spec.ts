import { isRejection } from '../contract/rejections.js';
import { replaced, skipFinding, withInserted, withMoved } from './changing.js';
import { nodesOf, type StationGroup } from './laufweg.js';
import { no, parallel, sequence, skipped, station, underWay, vote, yes } from './laufweg.testing.js';

const NEW = station('new');
const at = (index: number, groupId: string | null = null) => ({ groupId, index });
const ids = (root: StationGroup | { code: string }) =>
  'code' in root
    ? root.code
    : nodesOf(root)
        .map(({ id }) => id)
        .slice(1)
        .join(' ');
const inserted = (root: StationGroup, place: ReturnType<typeof at>) => ids(withInserted(root, place, [NEW]));

describe('inserting', () => {
  it('is refused before what has begun and in what has come to its end', () => {
    expect(inserted(sequence('w', underWay('a'), station('b')), at(0))).toBe('laufweg.alreadyPast');
    expect(inserted(sequence('w', parallel('g', yes('a'), yes('b')), underWay('c')), at(0, 'g'))).toBe(
      'laufweg.alreadyPast',
    );
    expect(inserted(sequence('w', parallel('g', no('a'), underWay('b'))), at(0, 'g'))).toBe('laufweg.alreadyPast');
    expect(inserted(sequence('w', sequence('s', yes('a'), yes('b')), underWay('c')), at(2, 's'))).toBe(
      'laufweg.alreadyPast',
    );
  });

  it('is refused at a place that there is not', () => {
    expect(inserted(sequence('w', station('a')), at(0, 'nowhere'))).toBe('platform.notFound');
    expect(inserted(sequence('w', station('a')), at(0, 'a'))).toBe('platform.notFound');
  });

  it('goes behind what runs, beside it in a group, and before who was skipped', () => {
    expect(inserted(sequence('w', underWay('a'), station('b')), at(1))).toBe('a new b');
    expect(inserted(sequence('w', parallel('g', underWay('a'), underWay('b'))), at(0, 'g'))).toBe('g new a b');
    expect(inserted(sequence('w', yes('a'), skipped('b'), station('c')), at(1))).toBe('a new b c');
    expect(inserted(sequence('w', yes('a')), at(99))).toBe('a new');
  });
});

describe('moving', () => {
  const moved = (root: StationGroup, id: string, place: ReturnType<typeof at>) => ids(withMoved(root, id, place));

  it('is refused for what has begun, into itself, and before what has begun', () => {
    expect(moved(sequence('w', underWay('a'), station('b')), 'a', at(2))).toBe('laufweg.alreadyBegun');
    expect(moved(sequence('w', skipped('a'), station('b')), 'a', at(2))).toBe('laufweg.alreadyBegun');
    const nested = sequence('w', parallel('g', parallel('h', station('a')), station('b')));
    expect(moved(nested, 'g', at(0, 'h'))).toBe('laufweg.intoItself');
    expect(moved(nested, 'g', at(0, 'g'))).toBe('laufweg.intoItself');
    expect(moved(sequence('w', underWay('a'), station('b')), 'b', at(0))).toBe('laufweg.alreadyPast');
    expect(moved(nested, 'unknown', at(0))).toBe('platform.notFound');
  });

  it('counts places as the list shows them', () => {
    const list = sequence('w', station('a'), station('b'), station('c'));
    expect([0, 1, 2, 3].map((index) => moved(list, 'a', at(index)))).toEqual(['a b c', 'a b c', 'b a c', 'b c a']);
    expect(moved(list, 'c', at(0))).toBe('c a b');
  });

  it('takes a station into a group and out of it', () => {
    const list = sequence('w', parallel('g', station('a'), station('b')), station('c'));
    expect(moved(list, 'c', at(1, 'g'))).toBe('g a c b');
    expect(moved(list, 'a', at(1))).toBe('g b a c');
  });
});

describe('skipping', () => {
  const without = (root: StationGroup, id: string) => {
    const refused = skipFinding(root, replaced(root, skipped(id)));
    return isRejection(refused) ? refused.code : 'fine';
  };

  it('is refused where a vote could not be won any more', () => {
    expect(without(sequence('w', vote('g', 2, underWay('a'), underWay('b'))), 'a')).toBe('laufweg.quorumUnreachable');
    expect(without(sequence('w', vote('g', 2, no('a'), underWay('b'), underWay('c'))), 'b')).toBe(
      'laufweg.quorumUnreachable',
    );
  });

  it('is possible where enough are left, and for the whole group', () => {
    expect(without(sequence('w', vote('g', 2, underWay('a'), underWay('b'), underWay('c'))), 'a')).toBe('fine');
    const root = sequence('w', vote('g', 2, underWay('a'), underWay('b')));
    const none = replaced(root, vote('g', 2, skipped('a'), skipped('b')));
    expect(skipFinding(root, none)).toBeNull();
  });
});
