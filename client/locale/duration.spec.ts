import { duration } from './duration.js';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const plain = (milliseconds: number) => duration(milliseconds).replaceAll('\u00a0', ' ');

describe('duration', () => {
  it('does not pretend to know seconds', () => {
    expect(plain(0)).toBe('unter 1 Min.');
    expect(plain(59_999)).toBe('unter 1 Min.');
  });

  it('never rounds up', () => {
    expect(plain(2 * HOUR - 1)).toBe('1 Std., 59 Min.');
    expect(plain(DAY - 1)).toBe('23 Std., 59 Min.');
  });

  it('names two units at most, neighbours, and leaves out what is nothing', () => {
    expect(plain(MINUTE)).toBe('1 Min.');
    expect(plain(3 * DAY + 4 * HOUR + 5 * MINUTE)).toBe('3 Tage, 4 Std.');
    expect(plain(3 * DAY + 5 * MINUTE)).toBe('3 Tage');
  });
});
