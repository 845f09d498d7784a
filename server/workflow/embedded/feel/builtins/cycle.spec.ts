import { feelValue } from '../feel.testing.js';

describe('cycle', () => {
  it.each(['cycle("3", duration("PT1H"))', 'cycle(3, "PT1H")', 'cycle("PT1H")', 'cycle(3)', 'cycle(null)'])(
    'is null without a number or a duration: %s',
    (source) => {
      expect(feelValue(source)).toBeNull();
    },
  );

  // As a real Zeebe 8.5.8 writes them.
  it.each([
    ['cycle(3, duration("PT1H"))', 'R3/PT1H'],
    ['cycle(duration("P1D"))', 'R/PT24H'],
    ['cycle(duration("P1DT2H30M"))', 'R/PT26H30M'],
    ['cycle(duration("P1M"))', 'R/P1M'],
    ['cycle(null, duration("PT1H"))', 'R/PT1H'],
    ['cycle(1.5, duration("PT1H"))', 'R1/PT1H'],
    ['cycle(0, duration("PT90M"))', 'R0/PT1H30M'],
    ['cycle(repetitions: 3, interval: duration("PT1H"))', 'R3/PT1H'],
    ['cycle(interval: duration("PT1H"))', 'R/PT1H'],
  ])('%s is the time of a timer', (source, expected) => {
    expect(feelValue(source)).toBe(expected);
  });
});
