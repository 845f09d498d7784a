import type { StapelFiling, StapelRow } from '../../../server/contract/stapel-views.js';
import { shownWith } from '../shared/sheet.testing.js';
import { CertainSheet } from './certain-sheet.js';

const row: StapelRow = {
  ...{ id: 's', state: 'geprueft', labels: [], source: { de: '', en: '' }, person: 'Ines Vogt', total: 3 },
  counts: { offen: 0, bereit: 2, abgelehnt: 1, erledigt: 0 },
  ...{ wayBack: 'takeBack', createdAt: '2026-11-30T08:00:00Z', startedAt: null, endedAt: null },
};
const filing = (nummer: number, own: Partial<StapelFiling> = {}): StapelFiling => ({
  ...{ nummer, eingangId: `e-${nummer}`, sender: 'Muster KG', title: `Rechnung ${nummer}` },
  receivedAt: '2026-11-30T07:00:00Z',
  place: { kind: 'akte', aktenzeichen: '20.31.05-0001/2026', betreff: 'Kreishaus' },
  reasons: [{ de: 'gleicher Absender', en: 'same sender' }],
  ...{ state: 'bereit', rejection: null },
  ...own,
});
const refused = filing(3, {
  state: 'abgelehnt',
  rejection: {
    ...{ rejected: true, code: 'posteingang.maybeDuplicate', status: 409, reasons: [] },
    message: { de: 'Der Eingang ist vielleicht eine Dublette.', en: '' },
    remedy: { de: 'Einzeln vergleichen.', en: '' },
  } as unknown as StapelFiling['rejection'],
});

async function opened(own: Partial<StapelRow> = {}) {
  const shown = await shownWith(
    CertainSheet,
    {},
    {
      'stapel.planFiling': { stapelId: 's', total: 3 },
      'stapel.startStapel': { stapelId: 's', wayBack: 'takeBack' },
      'stapel.takeBackStapel': { stapelId: 'b', total: 2 },
      'stapel.abortStapel': { stapelId: 's' },
      'stapel/s/ablage': { items: [filing(1), filing(2), refused] },
      'stapel/s': { ...row, ...own },
      'stapel/b/ablage': { items: [filing(1, { place: null, reasons: [], state: 'erledigt' })] },
      'stapel/b': {
        ...row,
        id: 'b',
        state: 'fertig',
        wayBack: 'abort',
        counts: { ...row.counts, erledigt: 1, abgelehnt: 1 },
      },
    },
  );
  for (let round = 0; round < 3; round++) await shown.settled();
  return shown;
}

describe('CertainSheet', () => {
  it('offers no box for what cannot be filed, and says why', async () => {
    const { element } = await opened();
    const boxes = [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
    expect(element.textContent).toContain('vielleicht eine Dublette');
  });

  it('changes nothing where it is closed before the word', async () => {
    const { press, sent } = await opened();
    await press('Abbrechen');
    expect(sent.map(([name]) => name)).toEqual(['stapel.planFiling', 'stapel.abortStapel']);
  });

  it('files what is chosen and leaves out the rest', async () => {
    const { element, press, settled, sent } = await opened();
    element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]!.click();
    await settled();
    await press('1 ablegen');
    expect(sent.at(-1)).toEqual(['stapel.startStapel', { stapelId: 's', leaveOut: ['e-2'] }]);
  });

  it('takes all of it back, and then shows what could be taken back', async () => {
    const { element, press, settled, sent } = await opened({
      state: 'fertig',
      counts: { offen: 0, bereit: 0, abgelehnt: 1, erledigt: 2 },
    });
    expect(element.textContent).toContain('2 abgelegt, 1 nicht');
    await press('Stapel zurücknehmen');
    for (let round = 0; round < 3; round++) await settled();
    expect(sent.at(-1)).toEqual(['stapel.takeBackStapel', { stapelId: 's' }]);
    expect(element.textContent).toContain('1 zurückgenommen, 1 nicht');
    expect(element.textContent).toContain('wieder im Posteingang');
  });
});
