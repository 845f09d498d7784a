import type { OutlineLine } from '../contract/laufweg-views.js';
import { MOST_LINES, placeLines, treeFindings, treeOf } from './building.js';
import { groupLine, parallel, sequence, skipped, station, stationLine, vote, yes } from './laufweg.testing.js';

let last = 0;
const nextId = () => `id${++last}`;
beforeEach(() => (last = 0));

const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);
const findings = (...lines: OutlineLine[]) => codes(placeLines(lines, nextId).found);
const ofTree = (tree: Parameters<typeof treeFindings>[0]) => codes(treeFindings(tree, (id) => id));
const final = (id: string) => station(id, { art: 'schlusszeichnung' });

describe('a list with indentation', () => {
  it('is refused without a line, and with more lines than anybody reads', () => {
    expect(findings()).toEqual(['laufweg.empty']);
    const many = Array.from({ length: MOST_LINES + 1 }, () => stationLine('a'));
    expect(findings(...many)).toEqual(['laufweg.tooLong']);
  });

  it('is refused where a line has no group above it, also behind a station and behind a jump', () => {
    expect(findings(stationLine('a', 'mitzeichnung', 1))).toEqual(['laufweg.orphan']);
    expect(findings(stationLine('a'), stationLine('b', 'mitzeichnung', 1))).toEqual(['laufweg.orphan']);
    const jump = [groupLine('parallel'), stationLine('a', 'mitzeichnung', 1), stationLine('b', 'mitzeichnung', 3)];
    expect(findings(...jump)).toEqual(['laufweg.orphan']);
  });

  it('is refused with an empty group, a Quorum in a sequence, too many levels and an impossible Frist, all at once', () => {
    const lines: OutlineLine[] = [
      groupLine('sequence', { kind: 'count', value: 1 }),
      groupLine('parallel', null, 6),
      { ...stationLine('a'), kind: 'station', fristDays: 0 } as OutlineLine,
    ];
    expect(findings(...lines).sort()).toEqual([
      'laufweg.emptyGroup',
      'laufweg.emptyGroup',
      'laufweg.fristInvalid',
      'laufweg.quorumMisplaced',
      'laufweg.tooDeep',
    ]);
  });

  it('of 200 lines, each deeper than the one before, is refused and ends', () => {
    const lines = Array.from({ length: MOST_LINES }, (_, depth) => groupLine('parallel', null, depth));
    expect(findings(...lines)).toContain('laufweg.tooDeep');
  });

  it('gives each line its group', () => {
    const lines = [
      stationLine('a'),
      groupLine('parallel', { kind: 'count', value: 1 }),
      stationLine('b', 'mitzeichnung', 1),
      groupLine('sequence', null, 1),
      stationLine('c', 'kenntnisnahme', 2),
      stationLine('d', 'schlusszeichnung'),
    ];
    const { placed, found } = placeLines(lines, nextId);
    expect(found).toEqual([]);
    expect(placed.map(({ groupId }) => groupId)).toEqual([null, null, 'id2', 'id2', 'id4', null]);
    expect(treeOf(placed).map(({ id, kind }) => [id, kind])).toEqual([
      ['id1', 'station'],
      ['id2', 'group'],
      ['id6', 'station'],
    ]);
  });
});

describe('a Laufweg', () => {
  it('is refused with a Quorum that nobody can reach, or that is none', () => {
    expect(ofTree(sequence('w', vote('g', 3, station('a'), station('b'))))).toEqual(['laufweg.quorumTooHigh']);
    expect(ofTree(sequence('w', vote('g', 0, station('a'), station('b'))))).toEqual(['laufweg.quorumTooHigh']);
    const percent = { ...parallel('g', station('a'), station('b')), quorum: { kind: 'percent', value: 101 } as const };
    expect(ofTree(sequence('w', percent))).toEqual(['laufweg.quorumTooHigh']);
  });

  it('is refused where one person would be asked twice at once, and not where they were skipped', () => {
    const twice = station('b', { personId: 'a' });
    expect(ofTree(sequence('w', parallel('g', station('a'), twice)))).toEqual(['laufweg.personTwice']);
    expect(ofTree(sequence('w', parallel('g', station('a'), { ...skipped('b'), personId: 'a' })))).toEqual([]);
    expect(ofTree(sequence('w', station('a'), twice))).toEqual([]);
  });

  it('is refused where the Schlusszeichnung is not the end of all deciding', () => {
    expect(ofTree(sequence('w', parallel('g', station('a'), final('b'))))).toEqual(['laufweg.finalInGroup']);
    expect(ofTree(sequence('w', final('a'), station('b')))).toEqual(['laufweg.finalNotLast']);
    expect(ofTree(sequence('w', final('a'), final('b')))).toEqual(['laufweg.finalNotLast']);
  });

  it('may inform people after the Schlusszeichnung, and sign anew after one that was refused', () => {
    expect(ofTree(sequence('w', yes('a'), final('b'), station('c', { art: 'kenntnisnahme' })))).toEqual([]);
    const rejected = { ...final('a'), state: 'erledigt', refused: true } as const;
    expect(ofTree(sequence('w', rejected, station('b'), final('c')))).toEqual([]);
  });
});
