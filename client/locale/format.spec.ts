import { byteSize, clockTime, date, dayOf, daysBetween, euro } from './format.js';

describe('format', () => {
  it('writes money with points, comma and a no-break space', () => {
    expect(euro(1245080)).toBe('12.450,80\u00a0€');
    expect(euro(-5)).toBe('-0,05\u00a0€');
  });

  it('takes the day of an instant in Berlin, not in UTC', () => {
    expect(dayOf('2026-11-24T23:30:00Z')).toBe('2026-11-25');
    expect(dayOf('2026-06-30T22:30:00Z')).toBe('2026-07-01');
    expect(clockTime('2026-11-24T23:30:00Z')).toBe('00:30');
  });

  it('leaves a calendar day on its day', () => {
    expect(date('2026-11-24')).toBe('24.11.2026');
  });

  it('counts calendar days over the change of summer time', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-25', '2026-11-22')).toBe(-3);
  });

  it('writes sizes in steps of thousand', () => {
    expect([byteSize(999), byteSize(113_400), byteSize(1_250_000)]).toEqual(['999 B', '113 kB', '1,3 MB']);
  });
});
