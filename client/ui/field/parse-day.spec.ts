import { parseDay } from './parse-day.js';

const TODAY = '2026-11-25';

describe('parseDay', () => {
  it('refuses days that do not exist and texts that name none', () => {
    for (const text of ['31.2.', '31.02.2026', '29.02.2027', '32.1.', '0.5.', '24.13.', 'bald', '', '+', '1234567']) {
      expect(parseDay(text, TODAY)).toBeNull();
    }
  });

  it('reads German dates, short and long', () => {
    expect(parseDay('24.11.2026', TODAY)).toBe('2026-11-24');
    expect(parseDay(' 3.1.27 ', TODAY)).toBe('2027-01-03');
    expect(parseDay('24.11.', TODAY)).toBe('2026-11-24');
    expect(parseDay('29.02.2028', TODAY)).toBe('2028-02-29');
  });

  it('counts from today', () => {
    expect(parseDay('heute', TODAY)).toBe(TODAY);
    expect(parseDay('+10', TODAY)).toBe('2026-12-05');
    expect(parseDay('+2w', TODAY)).toBe('2026-12-09');
  });

  it('ends a month later on its last day where the day is missing', () => {
    expect(parseDay('+1m', '2027-01-31')).toBe('2027-02-28');
    expect(parseDay('+2m', TODAY)).toBe('2027-01-25');
  });
});
