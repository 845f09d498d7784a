import { shownWith } from '../../screens/shared/sheet.testing.js';
import { Accessibility } from './accessibility.js';
import results from './accessibility-results.json';
import reader from './reader-results.json';

describe('F106 the accessibility statement', () => {
  it('names nobody where nobody can know whose it is', async () => {
    const { element } = await shownWith(Accessibility, {}, { authority: { authority: null } });
    expect(element.textContent).toContain('Die Behörde, die die elektronische Akte „Laufmappe“ einsetzt');
    expect(element.querySelectorAll('a')).toHaveLength(2);
  });

  it('names the authority, how to reach it, and exactly what the tests have found', async () => {
    const authority = {
      name: 'Musterkreis',
      street: 'Markt 1',
      place: '58762 Altena',
      phone: '',
      mail: 'a@kreis.example',
    };
    const { element } = await shownWith(Accessibility, {}, { authority: { authority } });
    expect(element.textContent).toContain('Musterkreis bemüht sich');
    expect(element.textContent).toContain('Markt 1, 58762 Altena');
    expect(element.querySelector('a[href^="mailto:a@"]')).not.toBeNull();
    expect(element.textContent).toContain(`axe-core ${results.axe}`);
    expect(element.textContent).toContain(`auf ${Object.keys(results.screens).length} Zuständen`);
    expect(element.textContent).toContain('fand Verstöße: 0');
    expect(element.textContent).toContain(`Mit der Vorlesehilfe ${reader.reader} und ${reader.browser}`);
    expect(element.textContent).toContain('NVDA, JAWS und VoiceOver ist noch kein Prüfablauf');
  });
});
