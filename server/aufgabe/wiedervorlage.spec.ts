import { wiedervorlageDay } from './wiedervorlage.js';

const TODAY = '2026-11-24';

describe('wiedervorlageDay', () => {
  it.each(['2026-11-24', '2026-11-23', '1999-12-31'])('refuses %s, which is not ahead', (day) => {
    expect(wiedervorlageDay(day, TODAY)).toMatchObject({ code: 'aufgabe.wiedervorlageNotAhead', status: 422 });
  });

  it('refuses what is more than ten years away, and says until when it goes', () => {
    const refused = wiedervorlageDay('2037-01-01', TODAY);
    expect(refused).toMatchObject({ code: 'aufgabe.wiedervorlageTooFar' });
    expect(refused).toMatchObject({ message: { de: expect.stringContaining('31.12.2036') as string } });
  });

  it('takes tomorrow and the last day of the tenth year', () => {
    expect(['2026-11-25', '2036-12-31'].map((day) => wiedervorlageDay(day, TODAY))).toEqual([
      '2026-11-25',
      '2036-12-31',
    ]);
  });
});
