import { after, nextDue, parseCycle, parseMoment, repeated } from './timers.js';

const NOW = new Date('2026-11-03T08:00:00Z');
const due = (text: string) => {
  const cycle = parseCycle(text);
  return cycle === null ? null : (nextDue(cycle, NOW)?.toISOString() ?? 'never');
};

describe('a cycle', () => {
  it.each(['', 'R', 'R3', 'R3/', '/PT1H', 'R3/PT1H/2026-12-01T00:00:00Z', 'R3/bald/PT1H', 'R1234567/PT1H', 'oft'])(
    'is not read where it is none: %j',
    (text) => {
      expect(parseCycle(text)).toBeNull();
    },
  );

  it.each(['R/PT0S', 'R3/-PT1H', 'R/P0D', 'R/P1DT-24H', '0 0 0 30 2 *'])(
    'is refused where it would never pause, or never come: %s',
    (text) => {
      expect(parseCycle(text)).toBeNull();
    },
  );

  it.each([
    ['R3/PT1H', '2026-11-03T09:00:00.000Z'],
    ['R/P1M', '2026-12-03T08:00:00.000Z'],
    ['R3/2026-12-01T00:00:00+01:00/PT1H', '2026-11-30T23:00:00.000Z'],
    ['R3/2020-01-01T00:00:00Z/PT1H', '2026-11-03T09:00:00.000Z'],
    ['@daily', '2026-11-04T00:00:00.000Z'],
    ['0 30 8 ? * MON-FRI', '2026-11-03T08:30:00.000Z'],
  ])('is due: %s', (text, expected) => {
    expect(due(text)).toBe(expected);
  });

  it('of a count is over after so many times, and fires once where the count is zero', () => {
    expect(repeated({ remaining: 3, interval: 'PT1H' })).toEqual({ remaining: 2, interval: 'PT1H' });
    expect(repeated({ remaining: 1, interval: 'PT1H' })).toBeNull();
    expect(repeated({ remaining: 0, interval: 'PT1H' })).toBeNull();
  });

  it('without a count or of cron is never over', () => {
    expect(repeated({ remaining: null, interval: 'PT1H' })).not.toBeNull();
    expect(repeated({ cron: '@daily' })).toEqual({ cron: '@daily' });
  });
});

describe('a duration', () => {
  it.each(['', 'P', 'PT', 'P1DT', 'PT1H30', '1H', 'PT1.5M', 'P1.5D', 'pt1h', 'PT99999999999999H', 'PT1H1H'])(
    'is not read where it is none: %j',
    (text) => {
      expect(after(NOW, text)).toBeNull();
    },
  );

  it.each([
    ['PT-1H', '2026-11-03T07:00:00.000Z'],
    ['-PT1H', '2026-11-03T07:00:00.000Z'],
    ['-PT-1H', '2026-11-03T09:00:00.000Z'],
    ['P1DT-1H', '2026-11-04T07:00:00.000Z'],
    ['-P1DT1H', '2026-11-02T07:00:00.000Z'],
    ['PT1,5S', '2026-11-03T08:00:01.500Z'],
    ['P1W2D', '2026-11-12T08:00:00.000Z'],
    ['P1M-1D', '2026-12-02T08:00:00.000Z'],
  ])('%s after 3 November is %s', (text, expected) => {
    expect(after(NOW, text)?.toISOString()).toBe(expected);
  });

  it('of a month ends with a shorter month', () => {
    expect(after(new Date('2027-01-31T00:00:00Z'), 'P1M')?.toISOString()).toBe('2027-02-28T00:00:00.000Z');
  });
});

describe('a moment', () => {
  it.each(['2026-12-01', '2026-12-01T00:00:00', '2026-12-01T00:00:00@Europe/Berlin', 'bald', '2026-13-01T00:00:00Z'])(
    'is not read without an offset: %s',
    (text) => {
      expect(parseMoment(text)).toBeNull();
    },
  );

  it('is where its offset says, whatever zone stands behind', () => {
    expect(parseMoment('2030-07-01T00:00:00+01:00[Europe/Berlin]')?.toISOString()).toBe('2030-06-30T23:00:00.000Z');
  });
});
