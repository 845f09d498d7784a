import type { StationPerson } from '../../../server/contract/laufweg-views.js';
import { afterStep, emptyPunkt, missingIn, punktOf, TEMPLATES, withArt, withPunkt, withTemplate } from './draft.js';

const TODAY = '2026-11-30';
const deniz: StationPerson = {
  id: 'd',
  name: 'Deniz Aydın',
  unit: '20.11 Haushalt',
  roles: ['sachbearbeitung'],
  never: {},
};
const arten = (punkte: readonly { art: string }[]) => punkte.map(({ art }) => art);

describe('a draft of a Verfügung', () => {
  it('refuses what is not said yet, each with a sentence', () => {
    expect(missingIn(emptyPunkt(1))).toBe('Es fehlt, an wen er geht.');
    expect(missingIn({ ...emptyPunkt(1, 'zwV'), person: deniz })).toBe('Es fehlt der Text.');
    expect(missingIn(emptyPunkt(1, 'vermerk'))).toBe('Es fehlt der Text.');
    expect(missingIn(emptyPunkt(1, 'wv'))).toBe('Es fehlt der Tag der Wiedervorlage.');
    expect(missingIn({ ...emptyPunkt(1, 'wv', '2026-12-14'), dayState: 'wrong' })).toBe('Der Tag ist keiner.');
    expect(punktOf(emptyPunkt(1))).toBeNull();
  });

  it('says to whom and until when as the server reads it', () => {
    const who = { kind: 'person', personId: 'd' };
    expect(punktOf({ ...emptyPunkt(1), person: deniz })).toEqual({ art: 'zK', who, text: '' });
    expect(punktOf({ ...emptyPunkt(1, 'bR'), person: deniz })).toEqual({ art: 'bR', personId: 'd', text: '' });
    expect(punktOf({ ...emptyPunkt(1, 'zwV', '2026-12-24'), whom: 'kasse', unitId: 'u', text: 'zahlen' })).toEqual({
      ...{ art: 'zwV', who: { kind: 'role', role: 'kasse', unitId: 'u' }, text: 'zahlen', frist: '2026-12-24' },
    });
    expect(punktOf(emptyPunkt(1, 'wv', '2026-12-14'))).toEqual({
      ...{ art: 'wv', personId: null, day: '2026-12-14', text: '' },
    });
    expect(punktOf(emptyPunkt(1, 'zdA'))).toEqual({ art: 'zdA' });
  });

  it('keeps „z. d. A.“ last whatever is added, and never has two', () => {
    const closing = [emptyPunkt(1, 'zdA')];
    expect(arten(withPunkt(closing, emptyPunkt(2, 'zK')))).toEqual(['zK', 'zdA']);
    expect(arten(withPunkt(closing, emptyPunkt(2, 'zdA')))).toEqual(['zdA']);
  });

  it('takes a template behind what was typed, in place of what was not', () => {
    const [noteThenClose, inTwoWeeks, actThenAgain] = TEMPLATES;
    if (!noteThenClose || !inTwoWeeks || !actThenAgain) throw new Error('no templates');
    const first = withTemplate([emptyPunkt(1)], noteThenClose, TODAY);
    expect(arten(first)).toEqual(['zK', 'zdA']);
    const typed = first.map((punkt) => (punkt.art === 'zK' ? { ...punkt, person: deniz } : punkt));
    const both = withTemplate(typed, actThenAgain, TODAY);
    expect(arten(both)).toEqual(['zK', 'zwV', 'wv', 'zdA']);
    expect(both.find(({ art }) => art === 'wv')).toMatchObject({ day: '2026-12-28', whom: 'self' });
    expect(withTemplate([], inTwoWeeks, TODAY)).toMatchObject([{ art: 'wv', day: '2026-12-14' }]);
    expect(new Set(both.map(({ key }) => key)).size).toBe(both.length);
  });

  it('keeps what was typed when the kind changes, as far as it has a place', () => {
    const act = { ...emptyPunkt(1, 'zwV', '2026-12-24'), person: deniz, text: 'prüfen' };
    expect(withArt(act, 'zK')).toMatchObject({ person: deniz, text: 'prüfen', day: '' });
    expect(withArt(act, 'wv')).toMatchObject({ whom: 'person', day: '2026-12-24' });
    expect(withArt({ ...act, whom: 'kasse' }, 'bR')).toMatchObject({ whom: 'person' });
    expect(withArt(emptyPunkt(1), 'wv')).toMatchObject({ whom: 'self' });
    expect(withArt(emptyPunkt(1, 'wv'), 'zK')).toMatchObject({ whom: 'person' });
  });

  it('goes up, down and away by steps, and stays where a step leads nowhere', () => {
    const list = [emptyPunkt(1, 'zK'), emptyPunkt(2, 'zwV')];
    expect(arten(afterStep(list, 1, 'up'))).toEqual(['zwV', 'zK']);
    expect(arten(afterStep(list, 0, 'down'))).toEqual(['zwV', 'zK']);
    expect(afterStep(list, 0, 'up')).toBe(list);
    expect(afterStep(list, 1, 'down')).toBe(list);
    expect(arten(afterStep(list, 0, 'remove'))).toEqual(['zwV']);
    expect(afterStep(list, 7, 'remove')).toBe(list);
  });
});
