import { AktenvorlageSheet } from './aktenvorlage-sheet.js';
import { shownWith } from '../shared/sheet.testing.js';

const shown = () =>
  shownWith(
    AktenvorlageSheet,
    { id: null },
    {
      'vorlagen/dokumente?': { items: [{ id: 'brief', name: 'Anhörung', active: true }], next: null },
      'vorlage.addAktenvorlage': { id: 'a' },
    },
  );

describe('AktenvorlageSheet', () => {
  it('sends nothing without a name and without a part, and says so', async () => {
    const { element, press, type, sent } = await shown();
    await type('Name', 'Bauvorhaben');
    await press('Aktenvorlage anlegen');
    expect(sent).toEqual([]);
    expect(element.textContent).toContain('Es fehlen noch der Name oder ein Teil mit Betreff.');
  });

  it('is built by the keyboard: Alt and an arrow put a part into the one before it', async () => {
    const { element, press, type, settled, sent } = await shown();
    await type('Name', 'Bauvorhaben');
    await press('Vorgang');
    await type('Vorgang, Betreff', 'Planung');
    await press('Dokument');
    await press('Anhörung');
    await press('Vorgang');
    const inputs = [...element.querySelectorAll<HTMLInputElement>('lm-part-editor input')];
    inputs.at(-1)!.value = 'Gutachten';
    inputs.at(-1)!.dispatchEvent(new Event('input'));
    await settled();
    inputs.at(-1)!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, cancelable: true }));
    await settled();
    expect(element.querySelector('[aria-live]')?.textContent).toBe('Platz 3, Ebene 1');
    await press('Aktenvorlage anlegen');
    expect(sent.at(-1)).toMatchObject([
      'vorlage.addAktenvorlage',
      {
        parts: [
          { kind: 'vorgang', betreff: 'Planung', above: null },
          { kind: 'dokument', betreff: 'Anhörung', above: 0, dokumentvorlageId: 'brief' },
          { kind: 'vorgang', betreff: 'Gutachten', above: null },
        ],
      },
    ]);
  });
});
