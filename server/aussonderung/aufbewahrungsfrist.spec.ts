import { effectiveFrist, fixFrist, isShorter, unexplainedShortening, type FristRule } from './aufbewahrungsfrist.js';

const plan: FristRule = { jahre: 10, counting: 'yearEnd', start: 'zdA' };
const silent = { jahre: 'inherited', counting: null, start: null } as const;

describe('unexplainedShortening', () => {
  it('refuses fewer years than the Aktenplan says without a reason of their own, and names what it says', () => {
    const refused = unexplainedShortening({ ...plan, jahre: 6 }, plan, null);
    expect(refused).toMatchObject({ code: 'aussonderung.shorteningUnexplained' });
    expect(refused?.message.de).toContain('10 Jahre ab Ende des Jahres');
  });

  it('lets them pass with a reason, and longer ones without', () => {
    expect(unexplainedShortening({ ...plan, jahre: 6 }, plan, 'Gesetz geändert')).toBeNull();
    for (const jahre of [10, 11, null]) expect(unexplainedShortening({ ...plan, jahre }, plan, null)).toBeNull();
  });
});

describe('isShorter', () => {
  it.each<[string, Partial<FristRule>, Partial<FristRule>, boolean]>([
    ['fewer years', { jahre: 9 }, {}, true],
    ['any years where none end', { jahre: 130 }, { jahre: null }, true],
    ['the same years to the day', { counting: 'dayExact' }, {}, true],
    ['z. d. A. where an event was to be awaited', { jahre: 30 }, { start: 'event' }, true],
    ['the same', {}, {}, false],
    ['one year more to the day, which never ends before the year does', { jahre: 11, counting: 'dayExact' }, {}, false],
    ['to the end of the year instead of to the day', {}, { counting: 'dayExact' }, false],
    ['an event on top', { start: 'event' }, {}, false],
    ['unbefristet', { jahre: null }, { jahre: null }, false],
  ])('%s: %p against %p is %p', (_what, rule, floor, expected) => {
    expect(isShorter({ ...plan, ...rule }, { ...plan, ...floor })).toBe(expected);
  });

  it('is true for every rule that ends earlier on some day, and false for those that never do', () => {
    const days = ['2024-01-01', '2024-02-29', '2026-11-24', '2026-12-31'];
    const rules = ([0, 1, 9, 10, 11, null] as const).flatMap((jahre) =>
      (['yearEnd', 'dayExact'] as const).map((counting): FristRule => ({ jahre, counting, start: 'zdA' })),
    );
    for (const rule of rules) {
      for (const floor of rules) {
        const earlier = days.some((day) => endOf(rule, day) < endOf(floor, day));
        expect({ rule, floor, shorter: isShorter(rule, floor) }).toEqual({ rule, floor, shorter: earlier });
      }
    }
  });

  const endOf = (rule: FristRule, day: string) => fixFrist(rule, day, null).aufbewahrungsende ?? '9999-12-31';
});

describe('effectiveFrist', () => {
  it('is the rule of the Aktenplan where nobody says anything else', () => {
    expect(effectiveFrist(plan, null, null)).toEqual({
      ...plan,
      from: { jahre: 'plan', counting: 'plan', start: 'plan' },
    });
    expect(effectiveFrist(plan, silent, silent)).toMatchObject(plan);
  });

  it('takes each field from the nearest level that says it', () => {
    const akte = { jahre: 30, counting: 'dayExact', start: null } as const;
    const vorgang = { jahre: 'unlimited', counting: null, start: 'event' } as const;
    expect(effectiveFrist(plan, akte, vorgang)).toEqual({
      jahre: null,
      counting: 'dayExact',
      start: 'event',
      from: { jahre: 'vorgang', counting: 'akte', start: 'vorgang' },
    });
  });

  it('gives zero years as zero, not as nothing said', () => {
    expect(effectiveFrist(plan, null, { ...silent, jahre: 0 })).toMatchObject({ jahre: 0, from: { jahre: 'vorgang' } });
  });
});

describe('fixFrist', () => {
  const awaiting: FristRule = { jahre: 5, counting: 'dayExact', start: 'event' };

  it('has neither beginn nor end while the event is missing', () => {
    expect(fixFrist(awaiting, '2026-11-24', null)).toEqual({ fristbeginn: null, aufbewahrungsende: null });
  });

  it('begins with the event, and not before z. d. A.', () => {
    expect(fixFrist(awaiting, '2026-11-24', '2028-02-29')).toEqual({
      fristbeginn: '2028-02-29',
      aufbewahrungsende: '2033-02-28',
    });
    expect(fixFrist(awaiting, '2026-11-24', '2020-01-01').fristbeginn).toBe('2026-11-24');
  });

  it('has a beginn and no end where it is unbefristet', () => {
    expect(fixFrist({ ...plan, jahre: null }, '2026-11-24', null)).toEqual({
      fristbeginn: '2026-11-24',
      aufbewahrungsende: null,
    });
  });
});
