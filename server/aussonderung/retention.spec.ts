import { dayInBerlin } from '../platform/clock.js';
import { aufbewahrungsende, aussonderungObstacles, isDue, type RetentionFacts } from './retention.js';

const due: RetentionFacts = {
  state: 'zdA',
  aufbewahrungJahre: 10,
  aufbewahrungsende: '2025-12-31',
  sperren: [],
  aussonderungsart: 'A',
  vertraulichkeitsstufe: 'offen',
  dokumente: 2,
  drafts: [],
};
const today = '2026-11-24';

const codes = (facts: Partial<RetentionFacts>) =>
  aussonderungObstacles({ ...due, ...facts }, today).map(({ code }) => code);

describe('aufbewahrungsende', () => {
  it.each(['2025-02-29', '2026-13-01', '24.11.2026', '2026-11-24T00:00:00Z', ''])(
    'throws for %p, which is no calendar day',
    (day) => {
      expect(() => aufbewahrungsende(day, 10)).toThrow('Not a calendar day');
    },
  );

  it.each([-1, 1.5, Number.NaN])('throws for a period of %p years', (jahre) => {
    expect(() => aufbewahrungsende('2026-11-24', jahre)).toThrow('Not a number of years');
  });

  it('has no end where the period is unbefristet', () => {
    expect(aufbewahrungsende('2026-11-24', null)).toBeNull();
  });

  it.each([
    ['2026-01-01', 10, '2036-12-31'],
    ['2026-12-31', 10, '2036-12-31'],
    ['2024-02-29', 1, '2025-12-31'],
    ['2026-11-24', 0, '2026-12-31'],
    ['1999-06-30', 130, '2129-12-31'],
  ])('of %s and %i years is %s: it counts from the end of the year', (day, jahre, ende) => {
    expect(aufbewahrungsende(day, jahre)).toBe(ende);
  });

  it.each([
    ['2026-11-24', 10, '2036-11-24'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-12-31', 5, '2031-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('of %s and %i years to the day is %s', (day, jahre, ende) => {
    expect(aufbewahrungsende(day, jahre, 'dayExact')).toBe(ende);
  });

  it('counts a z. d. A. at half past midnight on New Year in Berlin to the new year', () => {
    expect(aufbewahrungsende(dayInBerlin(new Date('2026-12-31T23:30:00Z')), 10)).toBe('2037-12-31');
  });
});

describe('isDue', () => {
  it.each([
    ['2026-12-31', '2026-12-30', false],
    ['2026-12-31', '2026-12-31', false],
    ['2026-12-31', '2027-01-01', true],
    [null, '2099-01-01', false],
  ])('for the end %p on %s is %p', (ende, day, expected) => {
    expect(isDue(ende, day)).toBe(expected);
  });
});

describe('aussonderungObstacles', () => {
  it('refuses an open Vorgang without guessing at its period', () => {
    expect(codes({ state: 'offen', aufbewahrungsende: null, aussonderungsart: null })).toEqual([
      'aussonderung.notClosed',
    ]);
  });

  it('refuses a Vorgang that is already with the archive', () => {
    expect(codes({ state: 'abgegeben' })).toEqual(['aussonderung.alreadyTransferred']);
  });

  it('refuses while the period runs and names its last day', () => {
    const [obstacle] = aussonderungObstacles({ ...due, aufbewahrungsende: '2026-12-31' }, today);
    expect(obstacle?.code).toBe('aussonderung.periodRunning');
    expect(obstacle?.message.de).toBe('Die Aufbewahrungsfrist läuft noch bis zum 31.12.2026.');
  });

  it('refuses an unlimited period', () => {
    expect(codes({ aufbewahrungsende: null, aufbewahrungJahre: null })).toEqual(['aussonderung.unlimited']);
  });

  it('refuses a period that waits for its event', () => {
    expect(codes({ aufbewahrungsende: null })).toEqual(['aussonderung.eventMissing']);
  });

  it('refuses under each Sperre by name, also when the period has ended long ago', () => {
    const sperren = [
      { on: 'akte', reason: 'Klage vor dem Verwaltungsgericht', since: '2026-03-02' },
      { on: 'dokument', reason: 'Ermittlungsverfahren', since: '2026-05-04' },
    ] as const;
    const found = aussonderungObstacles({ ...due, sperren }, today);
    expect(found.map(({ message }) => message.de)).toEqual([
      'Sperre auf der Akte seit 02.03.2026: Klage vor dem Verwaltungsgericht',
      'Sperre auf einem Dokument seit 04.05.2026: Ermittlungsverfahren',
    ]);
  });

  it('refuses Aussonderungsart V, B and a missing one', () => {
    expect(codes({ aussonderungsart: 'V' })).toEqual(['aussonderung.toDestroy']);
    expect(codes({ aussonderungsart: 'B' })).toEqual(['aussonderung.toAppraise']);
    expect(codes({ aussonderungsart: null })).toEqual(['aussonderung.artMissing']);
  });

  it('refuses every level of confidentiality and names it', () => {
    expect(codes({ vertraulichkeitsstufe: 'geheim' })).toEqual(['aussonderung.confidential']);
    const [obstacle] = aussonderungObstacles({ ...due, vertraulichkeitsstufe: 'nurFuerDenDienstgebrauch' }, today);
    expect(obstacle?.message.de).toContain('VS - Nur für den Dienstgebrauch');
  });

  it('refuses a Vorgang without Dokumente, and every draft by its title', () => {
    expect(codes({ dokumente: 0 })).toEqual(['aussonderung.noDokument']);
    expect(codes({ drafts: ['Vermerk', 'Bescheid'] })).toEqual([
      'aussonderung.draftDokument',
      'aussonderung.draftDokument',
    ]);
  });

  it('lists all violations at once', () => {
    expect(
      codes({
        aufbewahrungsende: '2030-12-31',
        aussonderungsart: 'V',
        vertraulichkeitsstufe: 'vertraulich',
        dokumente: 0,
        drafts: ['Vermerk'],
      }),
    ).toEqual([
      'aussonderung.periodRunning',
      'aussonderung.toDestroy',
      'aussonderung.confidential',
      'aussonderung.noDokument',
      'aussonderung.draftDokument',
    ]);
  });

  it('has nothing against an archival Vorgang whose period ended yesterday', () => {
    expect(aussonderungObstacles({ ...due, aufbewahrungsende: '2025-12-31' }, '2026-01-01')).toEqual([]);
  });
});
