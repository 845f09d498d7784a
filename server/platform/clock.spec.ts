import { dayInBerlin, minuteInBerlin, startOfDay } from './clock.js';

describe('startOfDay', () => {
  it.each([
    ['2026-11-24', '2026-11-23T23:00:00Z'],
    ['2026-07-01', '2026-06-30T22:00:00Z'],
    // The days on which the clocks change begin before they do.
    ['2026-03-29', '2026-03-28T23:00:00Z'],
    ['2026-10-25', '2026-10-24T22:00:00Z'],
  ])('is the first instant of %s in Berlin', (day, instant) => {
    const start = startOfDay(day);
    expect(start).toEqual(new Date(instant));
    expect([dayInBerlin(start), dayInBerlin(new Date(start.getTime() - 1))]).toEqual([
      day,
      expect.not.stringMatching(day),
    ]);
  });
});

describe('minuteInBerlin', () => {
  it.each([
    ['2026-11-24T23:00:00Z', 0],
    ['2026-11-25T06:30:59Z', 450],
    ['2026-07-01T05:30:00Z', 450],
    ['2026-11-24T22:59:59Z', 1_439],
  ])('says of %s how late it is in the office, in winter and in summer: %d', (instant, minute) => {
    expect(minuteInBerlin(new Date(instant))).toBe(minute);
  });
});
