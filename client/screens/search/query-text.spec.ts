import { hasFilter, toggleFilter } from './query-text.js';

describe('a filter in a search', () => {
  it('is added after the words and taken away again', () => {
    const narrowed = toggleFilter('Gebühr "vom Amt"', 'art', 'vermerk');
    expect(narrowed).toBe('Gebühr "vom Amt" art:vermerk');
    expect(hasFilter(narrowed, 'art', 'vermerk')).toBe(true);
    expect(toggleFilter(narrowed, 'art', 'vermerk')).toBe('Gebühr "vom Amt"');
  });

  it('takes the place of another of its kind', () => {
    expect(toggleFilter('typ:akte Gebühr', 'typ', 'vorgang')).toBe('Gebühr typ:vorgang');
  });

  it('is not found inside a phrase', () => {
    expect(hasFilter('"siehe typ:akte"', 'typ', 'akte')).toBe(false);
  });
});
