import { joinLarge, splitLarge, type StoredState } from './large-values.js';
import type { State } from './state.js';

/** A loop of `count` entries, each with a text of `size` characters. */
function loopOf(count: number, size: number): State {
  const root = { key: '1', elementId: 'process', parent: null, role: 'element', phase: 'active' } as const;
  const entry = (index: number) => ({
    ...{ key: `${index + 2}`, elementId: 'task', parent: '1', role: 'element' as const, phase: 'active' as const },
    variables: { eintrag: `${index} `.padEnd(size, 'x') },
  });
  const entries = Array.from({ length: count }, (_, index) => [`${index + 2}`, entry(index)] as const);
  return {
    status: 'active',
    rootKey: '1',
    instances: Object.fromEntries([['1', { ...root, variables: {} }], ...entries]),
  };
}

function joined(state: State): State {
  const { stored, values } = splitLarge(state);
  const byHash = new Map([...values].map(([sha256, value]) => [sha256, JSON.parse(value) as string]));
  return joinLarge(JSON.parse(stored) as StoredState, byHash);
}

describe('the large values of a state', () => {
  it.each([
    ['stay in it where they are few', loopOf(5, 2_000), 0],
    ['stay in it where they are many and small', loopOf(500, 100), 0],
    ['lie beside it above 8 kB each', loopOf(3, 9_000), 3],
    ['lie beside it above 0.5 kB each where they are many', loopOf(500, 2_000), 500],
  ])('%s, and come back', (_, state, beside) => {
    expect(splitLarge(state).values.size).toBe(beside);
    expect(joined(structuredClone(state))).toEqual(state);
  });

  it('leave a loop of 500 entries of 2 kB less than a fifth of its size', () => {
    const state = loopOf(500, 2_000);
    expect(splitLarge(state).stored.length * 5).toBeLessThan(JSON.stringify(state).length);
  });
});
