import { shownWith } from '../shared/sheet.testing.js';
import { WriteSchreiben } from './write-schreiben.js';

const place = (name: string, value: string | null, from: 'record' | 'typed') => ({
  ...{ place: name, name, value, from, fault: value === null ? { de: 'fehlt', en: 'missing' } : null },
});

function shown(frist: string | null) {
  const places = [place('vorgang.betreff', 'Gehweg', 'record'), place('eingabe.frist', frist, 'typed')];
  return shownWith(
    WriteSchreiben,
    { vorgang: { id: 'v', aktenzeichen: '20-1/2026/01', betreff: 'Gehweg' } },
    {
      'vorlagen/dokumente?': { items: [{ id: 'brief', name: 'Anhörung' }], next: null },
      'vorlagen/vorschau': { betreff: 'Anhörung zu Gehweg', nummer: 3, art: 'ausgang', places },
      'vorgaenge/v/beteiligte': { items: [] },
      'vorlage.createSchreiben': { dokumentId: 'd' },
    },
  );
}

describe('WriteSchreiben', () => {
  it('sends nothing while a value is missing, and says how many', async () => {
    const { element, field, press, settled, sent } = await shown(null);
    field('Anhörung').click();
    await settled();
    expect(element.textContent).toContain('Noch ohne Wert: 1');
    await press('Schreiben aus Vorlage');
    expect(sent.map(([path]) => path)).not.toContain('vorlage.createSchreiben');
  });

  it('shows what the record knows, and sends what was typed with the Fassung that was shown', async () => {
    const { element, field, type, press, settled, sent } = await shown('1.12.2026');
    field('Anhörung').click();
    await settled();
    expect(element.querySelector('dl')?.textContent).toContain('Gehweg');
    await type('frist', '1.12.2026');
    await press('Schreiben aus Vorlage');
    expect(sent.at(-1)).toEqual([
      'vorlage.createSchreiben',
      {
        ...{ vorgangId: 'v', dokumentvorlageId: 'brief', beteiligungId: null, nummer: 3 },
        ...{ betreff: 'Anhörung zu Gehweg', typed: { 'eingabe.frist': '1.12.2026' } },
      },
    ]);
  });
});
