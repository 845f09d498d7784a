import { feelValue } from './feel.testing.js';

describe('dates, times and durations refuse what does not exist', () => {
  it.each([
    'date("2026-02-30")',
    'date("gestern")',
    'date(2026, 13, 1)',
    'time("24:00:01")',
    'time("25:00:00")',
    'time("10:00:00@Mars/Nord")',
    'date and time("2026-11-03T10:00:00@Mars/Nord")',
    'duration("P")',
    'duration("PT")',
    'duration("P1Y2D")',
    'duration("P1W")',
    '-duration("P1D")',
    'duration("fünf Tage")',
    'date("2026-01-01") + date("2026-01-01")',
    'duration("P1D") + duration("P1M")',
  ])('%s is null', (source) => {
    expect(feelValue(source)).toBeNull();
  });
});

describe('dates, times and durations', () => {
  it.each([
    ['today()', '2026-11-04'],
    ['now()', '2026-11-04T00:30+01:00[Europe/Berlin]'],
    ['date("2024-02-29")', '2024-02-29'],
    ['date("2026-01-31") + duration("P1M")', '2026-02-28'],
    ['date("2026-03-31") - duration("P1M")', '2026-02-28'],
    ['date("2026-11-03") + duration("P5D")', '2026-11-08'],
    ['date("2026-11-03") - date("2026-11-01")', 'PT48H'],
    ['date("2026-11-03") < date("2026-11-04")', true],
    ['date("2026-11-03").weekday', 2],
    ['date("0099-01-01").year', 99],
    ['time("10:15:30") + duration("PT15H")', '01:15:30'],
    ['date and time("2026-11-03T10:00:00+01:00") <= date and time("2026-11-03T09:00:00Z")', true],
    ['date and time("2026-11-03T10:00:00+01:00") = date and time("2026-11-03T09:00:00Z")', false],
    ['date and time("2026-11-03T24:00:00")', '2026-11-04T00:00'],
    ['time("10:00:00.000000001") < time("10:00:00.000000002")', true],
    ['string(date and time("2026-11-03T10:00:00.123456789"))', '2026-11-03T10:00:00.123456789'],
    ['string(date("-0044-03-15") + duration("P1Y"))', '-0043-03-15'],
    ['week of year(date("2026-12-31"))', 53],
    ['date and time("2026-11-03T10:00:00+01:00") + duration("P1DT2H")', '2026-11-04T12:00+01:00'],
    // The clock goes back on 25 October 2026: a day of 24 hours ends an hour earlier on the wall.
    ['date and time("2026-10-24T12:00:00@Europe/Berlin") + duration("P1D")', '2026-10-25T11:00+01:00[Europe/Berlin]'],
    ['date and time("2026-10-24T12:00:00@Europe/Berlin") + duration("P1M")', '2026-11-24T12:00+01:00[Europe/Berlin]'],
    ['string(duration("P1DT2H30M"))', 'P1DT2H30M'],
    ['duration("P14M")', 'P1Y2M'],
    ['duration("PT36H").days', 1],
    ['duration("PT36H").hours', 12],
    ['duration("P1D") * 1.5', 'PT24H'],
    ['duration("P1D") * 3 / 2', 'PT36H'],
    ['duration("P1D") / duration("PT6H")', 4],
    ['duration("PT0.5S")', 'PT0.5S'],
    ['years and months duration(date("2024-01-15"), date("2026-03-14"))', 'P2Y1M'],
    ['@"2026-11-03" in [@"2026-11-01"..@"2026-11-30"]', true],
    ['date and time(date("2026-11-03"), time("08:00:00Z"))', '2026-11-03T08:00Z'],
  ])('%s is %j', (source, expected) => {
    expect(feelValue(source)).toEqual(expected);
  });
});
