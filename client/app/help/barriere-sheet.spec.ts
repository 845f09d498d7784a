import { shownWith } from '../../screens/shared/sheet.testing.js';
import { BarriereSheet } from './barriere-sheet.js';

const refused = {
  ...{ kind: 'rejection', code: 'barriere.tooMany', status: 429, reasons: [], link: null },
  ...{ message: { de: 'Zu viele.', en: 'Too many.' }, remedy: { de: 'Später.', en: 'Later.' } },
};

describe('F106 BarriereSheet', () => {
  it('sends nothing without words, and says so at the field', async () => {
    const { element, sent, press } = await shownWith(BarriereSheet, {}, { barrieren: {} });
    await press('Meldung senden');
    expect(sent).toEqual([]);
    expect(element.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps the words where they are refused', async () => {
    const { element, field, type, press } = await shownWith(BarriereSheet, {}, { barrieren: refused });
    await type('Was ging nicht?', 'Kein Fokus');
    await press('Meldung senden');
    expect(element.textContent).toContain('Zu viele.');
    expect(field('Was ging nicht?').value).toBe('Kein Fokus');
  });

  it('sends page, words and contact once, and thanks', async () => {
    const { element, sent, type, press } = await shownWith(BarriereSheet, {}, { barrieren: {} });
    await type('Was ging nicht?', ' Kein Fokus ');
    await type('Kontakt für eine Antwort (freiwillig)', 'ute@example.org');
    await press('Meldung senden');
    expect(sent).toEqual([['barrieren', { page: '/', description: 'Kein Fokus', contact: 'ute@example.org' }]]);
    expect(element.textContent).toContain('Danke');
  });
});
