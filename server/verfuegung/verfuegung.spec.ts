import { isRejection } from '../contract/rejections.js';
import type { NewPunkt } from '../contract/verfuegung-views.js';
import {
  closingStep,
  listFindings,
  MOST_PUNKTE,
  numbered,
  placeFor,
  refuseStranger,
  requireOpenPunkt,
  stateOf,
} from './verfuegung.js';
import { punkt } from './verfuegung.testing.js';
import { punktName } from './words.js';

const TODAY = '2026-11-30';
const who = { kind: 'person', personId: 'p1' } as const;
const zK: NewPunkt = { art: 'zK', who, text: '' };
const zdA: NewPunkt = { art: 'zdA' };
const wv = (day: string): NewPunkt => ({ art: 'wv', personId: null, day, text: '' });
const zwV = (frist: string | null, text = 'prüfen'): NewPunkt => ({ art: 'zwV', who, text, frist });
const codes = (...punkte: NewPunkt[]) => listFindings(numbered(punkte), TODAY).map(({ code }) => code);

describe('a list of points', () => {
  it('refuses none at all, and more than can be read', () => {
    expect(codes()).toEqual(['verfuegung.empty']);
    expect(codes(...Array.from({ length: MOST_PUNKTE + 1 }, () => zK))).toEqual(['verfuegung.tooLong']);
  });

  it('refuses a second „z. d. A.“, and one that is not the last point', () => {
    expect(codes(zK, zdA, zdA)).toEqual(['verfuegung.twoZdA']);
    expect(codes(zdA, zK)).toEqual(['verfuegung.zdANotLast']);
    expect(codes(zdA, zK, zdA)).toEqual(['verfuegung.twoZdA']);
  });

  it('refuses a Vermerk and a „z. w. V.“ without words', () => {
    expect(codes({ art: 'vermerk', text: '' }, zwV(null, ''))).toEqual([
      'verfuegung.textMissing',
      'verfuegung.textMissing',
    ]);
  });

  it('refuses a Wiedervorlage today, yesterday or in a hundred years, and names the point', () => {
    expect(codes(wv(TODAY), wv('2026-11-29'), wv('2126-11-30'))).toEqual(Array(3).fill('verfuegung.dayWrong'));
    const [, second] = listFindings(numbered([wv('2026-12-01'), wv(TODAY), wv(TODAY)]), TODAY);
    expect(second?.message.de).toMatch(/^Punkt 3: Tag der Wiedervorlage/);
  });

  it('refuses a Frist that has passed, and one in a hundred years; today is possible', () => {
    expect(codes(zwV('2026-11-29'), zwV('2126-11-30'))).toEqual(['verfuegung.fristPassed', 'verfuegung.fristPassed']);
    expect(codes(zwV(TODAY), zwV('2026-12-24'), zwV(null))).toEqual([]);
  });

  it('takes one point alone, whatever it is', () => {
    for (const alone of [zK, zdA, wv('2026-12-01'), zwV(null), { art: 'vermerk', text: 'Anruf' } as const]) {
      expect(codes(alone)).toEqual([]);
    }
  });
});

describe('a point of a Verfügung', () => {
  it('that is done or struck is not struck again', () => {
    expect(requireOpenPunkt(undefined)).toMatchObject({ code: 'platform.notFound' });
    const [done, struck] = [punkt(1, 'zK', 'erledigt'), punkt(2, 'zK', 'aufgehoben')];
    for (const ended of [done, struck])
      expect(requireOpenPunkt(ended)).toMatchObject({ code: 'verfuegung.punktEnded' });
    expect(requireOpenPunkt(punkt(3, 'zK'))).toMatchObject({ nummer: 3 });
  });

  it('that is added comes before „z. d. A.“, of which there is never a second open one', () => {
    const list = [punkt(1, 'zK', 'erledigt'), punkt(2, 'zdA')];
    expect(isRejection(placeFor('zdA', list))).toBe(true);
    expect(placeFor('zK', list)).toEqual({ nummer: 2, behind: list[1] });
    expect(placeFor('zK', list.slice(0, 1))).toEqual({ nummer: 2, behind: null });
    expect(placeFor('zdA', [punkt(1, 'zK'), punkt(2, 'zdA', 'aufgehoben')])).toEqual({ nummer: 3, behind: null });
  });

  it('that closes waits for all others, and goes back when one is added', () => {
    expect(closingStep([punkt(1, 'zK'), punkt(2, 'zdA')])).toBeNull();
    expect(closingStep([punkt(1, 'zK', 'erledigt')])).toBeNull();
    expect(closingStep([punkt(1, 'zK', 'aufgehoben'), punkt(2, 'zdA')])).toMatchObject({ step: 'ask' });
    expect(closingStep([punkt(1, 'zK', 'erledigt'), punkt(2, 'zdA', 'offen', 'a1')])).toBeNull();
    expect(closingStep([punkt(1, 'zK'), punkt(2, 'zdA', 'offen', 'a1')])).toMatchObject({ step: 'withdraw' });
  });

  it('that says more than a sentence can carry is shortened in the history, and keeps its words in the Verfügung', () => {
    expect(punktName('zK', '').de).toBe('z. K.');
    expect(punktName('vermerk', 'Anruf\nvon Frau Kaya').de).toBe('Vermerk (Anruf von Frau Kaya)');
    expect(punktName('vermerk', 'x'.repeat(4_000)).de).toHaveLength('Vermerk ()'.length + 121);
  });
});

describe('a Verfügung as a whole', () => {
  it('is struck by nobody but whoever has ordered it, Registratur and Leitung', () => {
    const orderer = { id: 'p1', name: 'Jana Petersen' };
    expect(refuseStranger(orderer, { id: 'p2', roles: ['sachbearbeitung'] })).toMatchObject({
      code: 'verfuegung.notYours',
    });
    const narrow = { id: 'p2', roles: ['leitung'], scopes: ['akte.edit'] } as const;
    expect(refuseStranger(orderer, narrow)).toMatchObject({ code: 'verfuegung.notYours' });
    expect(refuseStranger(orderer, { id: 'p1', roles: [] })).toBeNull();
    expect(refuseStranger(orderer, { id: 'p2', roles: ['registratur'] })).toBeNull();
    expect(refuseStranger(orderer, { id: 'p2', roles: ['leitung'] })).toBeNull();
  });

  it('is under way while one point is open', () => {
    expect(stateOf('inForce', [punkt(1, 'zK', 'erledigt'), punkt(2, 'zdA')])).toBe('laeuft');
    expect(stateOf('inForce', [punkt(1, 'zK', 'erledigt'), punkt(2, 'zK', 'aufgehoben')])).toBe('fertig');
    expect(stateOf('recalled', [punkt(1, 'zK', 'aufgehoben')])).toBe('zurueckgenommen');
  });
});
