import { hasBegun, neededVotes, outcomeOf, refusalsIn, settle } from './laufweg.js';
import { no, parallel, sequence, skipped, station, underWay, vote, yes } from './laufweg.testing.js';

const overruled = (id: string) => ({ ...no(id), overruled: true });

describe('the outcome of a Laufweg', () => {
  it('is negative as soon as one station of a sequence or a group refuses', () => {
    expect(outcomeOf(sequence('w', yes('a'), no('b'), station('c')))).toBe('negative');
    expect(outcomeOf(sequence('w', parallel('g', yes('a'), no('b'), underWay('c'))))).toBe('negative');
  });

  it('is pending while anybody is still to be asked, and positive once all have assented', () => {
    expect(outcomeOf(sequence('w', yes('a'), underWay('b')))).toBe('pending');
    expect(outcomeOf(sequence('w', yes('a'), parallel('g', yes('b'), yes('c'))))).toBe('positive');
  });

  it('does not depend on who was skipped or overruled', () => {
    expect(outcomeOf(sequence('w', skipped('a'), yes('b')))).toBe('positive');
    expect(outcomeOf(sequence('w', overruled('a'), yes('b')))).toBe('positive');
    expect(outcomeOf(sequence('w', skipped('a'), skipped('b')))).toBe('none');
  });
});

describe('a Quorum', () => {
  it('is lost when it cannot be reached any more, and not before', () => {
    expect(outcomeOf(vote('g', 2, no('a'), underWay('b'), underWay('c')))).toBe('pending');
    expect(outcomeOf(vote('g', 2, no('a'), no('b'), underWay('c')))).toBe('negative');
  });

  it('is reached without those who have not answered', () => {
    expect(outcomeOf(vote('g', 2, yes('a'), yes('b'), underWay('c')))).toBe('positive');
    expect(outcomeOf(vote('g', 2, yes('a'), no('b'), yes('c')))).toBe('positive');
  });

  it('in percent is rounded up and leaves out who was skipped', () => {
    const half = { kind: 'percent', value: 50 } as const;
    expect([2, 3, 4, 5].map((votes) => neededVotes(half, votes))).toEqual([1, 2, 2, 3]);
    const group = { ...parallel('g', yes('a'), skipped('b'), underWay('c'), underWay('d')), quorum: half };
    expect(outcomeOf(group)).toBe('pending');
  });

  it('goes on with the votes that are left after somebody was overruled', () => {
    expect(outcomeOf(vote('g', 2, overruled('a'), overruled('b'), underWay('c')))).toBe('pending');
    expect(outcomeOf(vote('g', 2, overruled('a'), overruled('b'), yes('c')))).toBe('positive');
  });
});

describe('what lapses', () => {
  it('is nothing while the vote is open', () => {
    expect(settle(sequence('w', vote('g', 2, yes('a'), underWay('b'), station('c')))).lapsed).toEqual([]);
  });

  it('is the rest of a group whose Quorum is reached, and nothing else', () => {
    const group = vote('g', 1, yes('a'), underWay('b'), sequence('s', station('c'), station('d')));
    expect(settle(sequence('w', group, station('e')))).toEqual({
      outcome: 'pending',
      lapsed: ['b', 'c', 'd'].map((id) => ({ id, reason: 'quorumReached' })),
    });
  });

  it('is the rest of a subgroup that has voted no', () => {
    const group = vote('g', 1, sequence('s', no('a'), station('b')), underWay('c'));
    expect(settle(sequence('w', group))).toEqual({
      outcome: 'pending',
      lapsed: [{ id: 'b', reason: 'refusedInGroup' }],
    });
  });
});

describe('refusals', () => {
  it('of a vote that was won in spite of them stop nothing', () => {
    expect(refusalsIn(sequence('w', vote('g', 1, yes('a'), no('b'))))).toEqual([]);
  });

  it('that stop the Laufweg are all of them', () => {
    expect(refusalsIn(sequence('w', parallel('g', no('a'), yes('b'), no('c'))))).toEqual(['a', 'c']);
  });
});

describe('a beginning', () => {
  it('is an answer or a question that was asked, not a station that was passed over', () => {
    expect([skipped('a'), underWay('a'), yes('a'), station('a')].map(hasBegun)).toEqual([false, true, true, false]);
  });
});
