import { SeriesSheet } from './series-sheet.js';
import { shownWith } from '../shared/sheet.testing.js';

const row = {
  id: 's',
  betreff: 'Alt',
  vorlage: 'Brief',
  by: 'Jana',
  at: '',
  state: 'laeuft',
  obstacle: null,
  version: 1,
};

function shown(ready: number) {
  return shownWith(
    SeriesSheet,
    { vorgang: { id: 'v', aktenzeichen: '20-1/2026/01', betreff: 'Gehweg' } },
    {
      'vorlagen/dokumente?': { items: [{ id: 'brief', name: 'Anhörung' }], next: null },
      'vorlagen/vorschau': { betreff: 'Anhörung', nummer: 2, art: 'ausgang', places: [] },
      'vorgaenge/v/beteiligte': { items: [{ id: 'b', rolle: 'Erbin', kontakt: { label: 'Ude' } }] },
      'vorgaenge/v/serienbriefe': { items: [{ ...row, waiting: 2, written: 5, refused: 1 }] },
      'vorlagen/serienbriefe/probe': {
        ready,
        refused: 1,
        recipients: [{ label: 'Weiß', faults: [{ de: 'ohne Ort', en: 'without town' }] }],
      },
      'vorlage.beginSerienbrief': { id: 's', version: 1 },
      'vorlage.haltSerienbrief': { version: 2 },
    },
  );
}

describe('SeriesSheet', () => {
  it('begins nothing before a dry run, nor where nobody would get a letter', async () => {
    const { element, field, press, settled, sent } = await shown(0);
    field('Anhörung').click();
    await settled();
    expect(element.querySelector('footer')?.textContent).not.toContain('Serienbrief schreiben');
    await press('Probelauf');
    expect(element.textContent).toContain('ohne Ort');
    expect(element.querySelector('footer')?.textContent).not.toContain('Serienbrief schreiben');
    expect(sent.map(([path]) => path)).not.toContain('vorlage.beginSerienbrief');
  });

  it('begins what the dry run has shown, with everybody who takes part', async () => {
    const { field, press, settled, sent } = await shown(1);
    field('Anhörung').click();
    await settled();
    await press('Probelauf');
    await press('Serienbrief schreiben');
    expect(sent.at(-1)).toMatchObject([
      'vorlage.beginSerienbrief',
      { nummer: 2, betreff: 'Anhörung', recipients: { kind: 'beteiligte', beteiligungIds: ['b'] } },
    ]);
  });

  it('shows how far a running one is, and halts it', async () => {
    const { element, press, sent } = await shown(1);
    expect(element.textContent).toContain('Geschrieben: 5. Abgewiesen: 1. Es warten: 2.');
    await press('Serienbrief anhalten');
    expect(sent).toEqual([['vorlage.haltSerienbrief', { id: 's', version: 1 }]]);
  });
});
