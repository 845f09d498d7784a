import { correctionOf, moved, refuseExtension, type VorgangFrist } from './frist.js';

const own: VorgangFrist = {
  ...{ vorgangId: 'v', frist: '2026-12-01', grundlage: '', extensions: 0, mostExtensions: 1, mostDays: 92 },
  ...{ restsSince: null, plannedDays: null, version: 1 },
};

describe('an extension of a Frist', () => {
  it('F40 is refused without a Frist, while the Vorgang rests, and to a day that is not later', () => {
    expect(refuseExtension({ ...own, frist: null }, '2027-01-01')).toMatchObject({ code: 'frist.none' });
    const resting = { ...own, restsSince: '2026-11-20', plannedDays: 10 };
    expect(refuseExtension(resting, '2027-01-01')).toMatchObject({
      code: 'frist.rests',
      message: { de: expect.stringContaining('20.11.2026') },
    });
    expect(refuseExtension(own, '2026-12-01')).toMatchObject({ code: 'frist.notLater' });
  });

  it('F40 is refused the second time where one is allowed, and beyond the longest', () => {
    expect(refuseExtension({ ...own, extensions: 1 }, '2027-01-01')).toMatchObject({ code: 'frist.extendedAlready' });
    expect(refuseExtension(own, '2027-03-04')).toMatchObject({
      code: 'frist.tooLong',
      message: { en: expect.stringContaining('92 days longer. Found: 93') },
    });
  });

  it('F40 is allowed up to the longest, and as often as wanted where no rule says otherwise', () => {
    expect(refuseExtension(own, '2027-03-03')).toBeNull();
    expect(refuseExtension({ ...own, extensions: 7, mostExtensions: null, mostDays: null }, '2030-01-01')).toBeNull();
  });
});

describe('dates of a Vorgang that rests', () => {
  it('F40 move with it, across the change of clocks and a leap day, unless they had passed', () => {
    expect(moved('2026-10-24', '2026-10-20', 2)).toBe('2026-10-26');
    expect(moved('2028-02-28', '2028-02-28', 1)).toBe('2028-02-29');
    expect(moved('2026-10-19', '2026-10-20', 2)).toBe('2026-10-19');
    expect(moved(null, '2026-10-20', 2)).toBeNull();
  });

  it('F40 are put right by the days that it really rested', () => {
    expect(correctionOf('2026-11-01', 30, '2026-11-11')).toBe(-20);
    expect(correctionOf('2026-11-01', 30, '2026-12-11')).toBe(10);
    expect(correctionOf('2026-11-01', 30, '2026-11-01')).toBe(-30);
  });
});
