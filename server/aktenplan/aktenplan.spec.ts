import {
  akteObstacles,
  effective,
  refuseBeforePlanned,
  refuseDay,
  refuseFacts,
  refusePlace,
  sameFacts,
  wayUp,
  type PlanEinheit,
} from './aktenplan.js';

const einheit = (id: string, parentId: string | null, own: Partial<PlanEinheit> = {}): PlanEinheit => ({
  ...{ id, parentId, kennzeichen: id, titel: `Stelle ${id}`, state: 'offen' },
  aufbewahrung: parentId === null ? 10 : 'geerbt',
  aussonderungsart: parentId === null ? 'B' : null,
  ...own,
});
const planOf = (...einheiten: PlanEinheit[]) => new Map(einheiten.map((one) => [one.id, one]));

describe('akteObstacles', () => {
  it('names everything that stands against new Akten at once', () => {
    const found = akteObstacles({ kennzeichen: '20', state: 'stillgelegt', openBelow: 'some' });
    expect(found.map(({ code }) => code)).toEqual(['aktenplan.stillgelegt', 'aktenplan.notLeaf']);
  });

  it('finds nothing at an open position with nothing below it', () => {
    expect(akteObstacles({ kennzeichen: '20', state: 'offen', openBelow: 'none' })).toEqual([]);
  });
});

describe('refuseDay', () => {
  it.each(['2026-11-23', '1999-01-01', '0000-01-01'])('refuses %s, which is over', (day) => {
    expect(refuseDay(day, '2026-11-24')).toMatchObject({ code: 'aktenplan.validFromPast' });
  });

  it('refuses a day that nobody plans for', () => {
    expect(refuseDay('2036-11-25', '2026-11-24')).toMatchObject({ code: 'aktenplan.validFromFar' });
  });

  it('lets today and the next ten years pass', () => {
    expect([refuseDay('2026-11-24', '2026-11-24'), refuseDay('2036-11-24', '2026-11-24')]).toEqual([null, null]);
  });
});

describe('refuseBeforePlanned', () => {
  const last = { ...einheit('20', null), nummer: 2, validFrom: '2027-01-01' };

  it('refuses a change that would be hidden by a later one, and names its day', () => {
    expect(refuseBeforePlanned('20', last, '2026-12-31')).toMatchObject({
      code: 'aktenplan.laterChange',
      message: { de: expect.stringContaining('01.01.2027') },
    });
  });

  it('lets one on the same day pass: it replaces the planned one', () => {
    expect(refuseBeforePlanned('20', last, '2027-01-01')).toBeNull();
  });
});

describe('refuseFacts', () => {
  it.each([{ aufbewahrung: 'geerbt' as const }, { aussonderungsart: null }])(
    'refuses an uppermost position that inherits: %j',
    (own) => {
      expect(refuseFacts(einheit('20', null, own))).toMatchObject({ code: 'aktenplan.uppermostInherits' });
    },
  );

  it('lets a lower one inherit both', () => {
    expect(refuseFacts(einheit('20.1', '20'))).toBeNull();
  });
});

describe('refusePlace', () => {
  const plan = planOf(einheit('20', null), einheit('20.1', '20'), einheit('20.11', '20.1'), einheit('30', null));

  it('refuses a place below itself, however deep', () => {
    for (const parent of ['20', '20.1', '20.11']) {
      expect(refusePlace(plan, plan.get('20')!, parent, '2026-11-24')).toMatchObject({ code: 'aktenplan.belowItself' });
    }
  });

  it('refuses a place that is not there on that day', () => {
    expect(refusePlace(plan, plan.get('30')!, 'x', '2026-11-24')).toMatchObject({ code: 'aktenplan.parentUnknown' });
  });

  it('refuses a place below a closed position, and names that one', () => {
    const closed = planOf(einheit('20', null, { state: 'stillgelegt' }), einheit('20.1', '20'));
    expect(refusePlace(closed, einheit('30', null), '20.1', '2026-11-24')).toMatchObject({
      code: 'aktenplan.stillgelegt',
      message: { de: expect.stringContaining('20 ist') },
    });
  });

  it('refuses more than twelve levels, those that come along included', () => {
    const deep = planOf(
      ...Array.from({ length: 11 }, (_, index) => einheit(`e${index}`, index === 0 ? null : `e${index - 1}`)),
      einheit('30', null),
      einheit('30.1', '30'),
    );
    expect(refusePlace(deep, deep.get('30')!, 'e10', '2026-11-24')).toMatchObject({ code: 'aktenplan.tooDeep' });
    expect(refusePlace(deep, deep.get('30.1')!, 'e10', '2026-11-24')).toBeNull();
  });

  it('lets a position go beside its own parent, and to the top', () => {
    expect(refusePlace(plan, plan.get('20.11')!, '30', '2026-11-24')).toBeNull();
    expect(refusePlace(plan, plan.get('20.11')!, null, '2026-11-24')).toBeNull();
  });
});

describe('effective', () => {
  it('takes each value from the nearest position that says it, and tells which one', () => {
    const plan = planOf(
      einheit('20', null, { aufbewahrung: 'unbefristet', aussonderungsart: 'A' }),
      einheit('20.1', '20', { aufbewahrung: 30 }),
      einheit('20.11', '20.1', { aussonderungsart: 'V' }),
      einheit('20.111', '20.11'),
    );
    expect(effective(wayUp(plan, '20.111'))).toEqual({
      jahre: { value: 30, from: '20.1' },
      aussonderungsart: { value: 'V', from: '20.11' },
      state: 'offen',
    });
    expect(effective(wayUp(plan, '20')).jahre).toEqual({ value: null, from: '20' });
  });

  it('closes what lies below a closed position', () => {
    const plan = planOf(einheit('20', null, { state: 'stillgelegt' }), einheit('20.1', '20'));
    expect(effective(wayUp(plan, '20.1')).state).toBe('stillgelegt');
  });
});

describe('sameFacts', () => {
  it('tells a changed title, and nothing else', () => {
    expect(sameFacts(einheit('20', null), einheit('20', null, { titel: 'Finanzen' }))).toBe(false);
    expect(sameFacts(einheit('20', null), einheit('20', null, { kennzeichen: '21' }))).toBe(true);
  });
});
