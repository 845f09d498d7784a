import { destructionObstacles, refuseDestruction, requireOtherPerson, type DestructionFacts } from './vernichtung.js';

const today = '2037-01-01';
const due: DestructionFacts = {
  id: '22222222-2222-4222-8222-222222222222',
  aktenzeichen: '20.31.04-0001/2026/01',
  state: 'zdA',
  aussonderungsart: 'V',
  aufbewahrungJahre: 10,
  aufbewahrungsende: '2036-12-31',
  sperren: [],
  teile: [],
  vernichtung: null,
};

const codes = (own: Partial<DestructionFacts>) =>
  destructionObstacles({ ...due, ...own }, today).map(({ code }) => code);

describe('destructionObstacles', () => {
  it.each<[string, Partial<DestructionFacts>, string]>([
    ['what is open', { state: 'offen', aufbewahrungsende: null }, 'aussonderung.notClosed'],
    ['what the archive has', { state: 'abgegeben' }, 'aussonderung.alreadyTransferred'],
    ['the last day of the period', { aufbewahrungsende: today }, 'aussonderung.periodRunning'],
    ['what is unbefristet', { aufbewahrungsende: null, aufbewahrungJahre: null }, 'aussonderung.unlimited'],
    ['what waits for its event', { aufbewahrungsende: null }, 'aussonderung.eventMissing'],
    ['Aussonderungsart A', { aussonderungsart: 'A' }, 'aussonderung.notToDestroy'],
    ['Aussonderungsart B', { aussonderungsart: 'B' }, 'aussonderung.notToDestroy'],
    ['what another Vernichtung has', { vernichtung: due.id }, 'aussonderung.inVernichtung'],
  ])('refuses %s', (_what, own, code) => {
    expect(codes(own)).toEqual([code]);
  });

  it('refuses with everything at once', () => {
    const sperren = [{ on: 'akte', reason: 'Klage', since: '2030-01-01' }] as const;
    expect(codes({ sperren, aussonderungsart: 'A', aufbewahrungsende: '2040-12-31' })).toEqual([
      'aussonderung.periodRunning',
      'aussonderung.underSperre',
      'aussonderung.notToDestroy',
    ]);
  });

  it('has nothing against a V whose period ended yesterday', () => {
    expect(codes({})).toEqual([]);
  });
});

describe('refuseDestruction', () => {
  it('refuses a selection of which something is not there', () => {
    expect(refuseDestruction([due], 2, today)).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a Vorgang without its Teilvorgaenge, and takes it together with them', () => {
    const part = { ...due, id: '33333333-3333-4333-8333-333333333333' };
    const whole = { ...due, teile: [part.id] };
    expect(refuseDestruction([whole], 1, today)).toMatchObject({
      reasons: [{ reasons: [{ code: 'aussonderung.teilvorgangStays' }] }],
    });
    expect(refuseDestruction([whole, part], 2, today)).toBeNull();
  });

  it('names every Vorgang that may not go, and lets the others be', () => {
    const refused = refuseDestruction([due, { ...due, aussonderungsart: 'A' }], 2, today);
    expect(refused).toMatchObject({
      message: { de: '1 von 2 Vorgängen dürfen nicht vernichtet werden.' },
      reasons: [{ reasons: [{ code: 'aussonderung.notToDestroy' }] }],
    });
    expect(refuseDestruction([due], 1, today)).toBeNull();
  });
});

describe('requireOtherPerson', () => {
  it('refuses the one who made the request, and nobody else', () => {
    const vernichtung = { id: due.id, state: 'requested', requestedBy: 'p1', version: 1 } as const;
    expect(requireOtherPerson(vernichtung, 'p1')).toMatchObject({ code: 'aussonderung.samePerson' });
    expect(requireOtherPerson(vernichtung, 'p2')).toBeNull();
  });
});
