import { ACTS, type PersonActName } from '../../server/contract/acts.js';
import { compensation } from './compensation.js';

describe('compensation', () => {
  it('has nothing for a final act', () => {
    const output = { zdaDate: '2026-11-25', aufbewahrungsende: null };
    expect(compensation('akte.closeZdA', { vorgangId: 'v', version: 3 }, output, 'me')).toBeNull();
  });

  it('names the act that the contract names as the way back', () => {
    const output = { version: 7 };
    const back = compensation('posteingang.setAsideEingang', { eingangId: 'e', version: 6, note: '' }, output, 'me');
    expect(back).toEqual({ name: ACTS['posteingang.setAsideEingang'].undo.by, input: { eingangId: 'e', version: 7 } });
  });

  it('brings a handed-over Aufgabe back to the person who gave it away', () => {
    const input = { aufgabeId: 'a', version: 1, personId: 'other', note: 'bitte' };
    expect(compensation('aufgabe.forwardAufgabe', input, { version: 2 }, 'me')).toEqual({
      name: 'aufgabe.forwardAufgabe',
      input: { aufgabeId: 'a', version: 2, personId: 'me', note: '' },
    });
  });

  it('F34 takes a Wiedervorlage back, or brings back the one that it replaced', () => {
    const aside = { day: '2026-12-01', art: 'ausblenden', note: 'Rückruf' } as const;
    const input = { aufgabeId: 'a', ...aside, day: '2027-01-04' };
    expect(compensation('aufgabe.setWiedervorlage', input, { aufgabeId: 'a', before: null }, 'me')).toEqual({
      name: 'aufgabe.endWiedervorlage',
      input: { aufgabeId: 'a' },
    });
    const replaced = { name: 'aufgabe.setWiedervorlage', input: { aufgabeId: 'a', ...aside } };
    expect(compensation('aufgabe.setWiedervorlage', input, { aufgabeId: 'a', before: aside }, 'me')).toEqual(replaced);
    expect(
      compensation('aufgabe.endWiedervorlage', { aufgabeId: 'a' }, { aufgabeId: 'a', before: aside }, 'me'),
    ).toEqual(replaced);
  });

  it('knows a way back for every act that the contract calls reversible, except for ways back themselves', () => {
    const reversible = (Object.keys(ACTS) as (keyof typeof ACTS)[]).filter(
      (name) => ACTS[name].undo.kind === 'reversible',
    );
    const input = { aufgabeId: 'a', eingangId: 'e', version: 1, personId: 'p', note: '' };
    const without = reversible.filter(
      (name) => compensation(name as PersonActName, input as never, { version: 2 }, 'me') === null,
    );
    expect(without).toEqual(['posteingang.resumeEingang']);
  });
});
