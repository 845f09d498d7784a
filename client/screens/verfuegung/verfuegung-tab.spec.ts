import { TestBed } from '@angular/core/testing';
import type { PunktView, VerfuegungView } from '../../../server/contract/verfuegung-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Session } from '../../live/session.js';
import { shownWith } from '../shared/sheet.testing.js';
import { VerfuegungTab } from './verfuegung-tab.js';

const at = '2026-11-30T09:00:00Z';
const punkt: PunktView = {
  ...{
    id: 'p1',
    nummer: 1,
    art: 'zK',
    text: '',
    who: { kind: 'person', personId: 'd' },
    whom: 'Deniz Aydın, 20.11 Haushalt',
  },
  ...{
    day: null,
    state: 'offen',
    liesWith: 'Deniz Aydın',
    endedBy: null,
    endedAt: null,
    note: '',
    reason: null,
    added: null,
  },
};
const verfuegung: VerfuegungView = {
  ...{ id: 'f', version: 3, state: 'laeuft', orderer: { id: 'jana', name: 'Jana Petersen' }, orderedAt: at },
  ...{ recalled: null, dokument: null, begun: 'notBegun', punkte: [punkt] },
};
const vorgang = { id: 'v', aktenzeichen: '20-1/01', state: 'offen', register: [] } as unknown as VorgangView;

async function shown(
  own: readonly Partial<VerfuegungView>[],
  {
    personId = 'jana',
    may = ['akte.edit'],
    state = 'offen',
  }: { personId?: string; may?: string[]; state?: string } = {},
) {
  const session = { may: (right: string) => may.includes(right), now: () => at, person: () => ({ id: personId }) };
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: session }] });
  const verfuegungen = own.map((each) => ({ ...verfuegung, ...each }));
  const answers = {
    'vorgaenge/v/verfuegungen': { verfuegungen },
    'verfuegung.': { version: 4 },
    federfuehrungen: { units: [] },
  };
  return shownWith(VerfuegungTab, { vorgang: { ...vorgang, state } }, answers);
}
const buttons = (element: HTMLElement) =>
  [...element.querySelectorAll('button')].map((one) => one.textContent.trim().replaceAll(/\s+/g, ' '));

describe('VerfuegungTab', () => {
  it('offers nothing in a Vorgang that is closed, nor to somebody who only reads', async () => {
    expect(buttons((await shown([{}], { state: 'zdA' })).element)).toEqual([]);
    TestBed.resetTestingModule();
    expect(buttons((await shown([{}], { may: [] })).element)).toEqual([]);
  });

  it('lets nobody but whoever has ordered, Registratur and Leitung strike a point or take all back', async () => {
    expect(buttons((await shown([{}], { personId: 'deniz' })).element)).toEqual(['Verfügen', 'Punkt ergänzen']);
    TestBed.resetTestingModule();
    const both = ['Verfügen', 'Punkt aufheben 1', 'Punkt ergänzen', 'Verfügung zurücknehmen'];
    expect(buttons((await shown([{}])).element)).toEqual(both);
    TestBed.resetTestingModule();
    const registratur = await shown([{}], { personId: 'helga', may: ['akte.edit', 'verfuegung.cancel'] });
    expect(buttons(registratur.element)).toEqual(both);
  });

  it('offers no taking back of what somebody has begun, and nothing more of what is done', async () => {
    const { element } = await shown([{ begun: 'begun' }]);
    expect(buttons(element)).toEqual(['Verfügen', 'Punkt aufheben 1', 'Punkt ergänzen']);
    TestBed.resetTestingModule();
    const done: PunktView = { ...punkt, state: 'erledigt', endedBy: 'Deniz Aydın', endedAt: at, note: 'gelesen' };
    const ended = await shown([{ begun: 'begun', state: 'fertig', punkte: [done] }]);
    expect(buttons(ended.element)).toEqual(['Verfügen']);
    expect(ended.element.textContent).toContain('zur Kenntnis genommen');
    expect(ended.element.textContent).toContain('gelesen');
    expect(ended.element.textContent).toContain('1 von 1 erledigt');
  });

  it('says what could stand here where nothing was ordered', async () => {
    const { element } = await shown([]);
    expect(element.textContent).toContain('Noch nichts verfügt.');
  });

  it('sends no striking without a reason, and with one the version that was read', async () => {
    const page = await shown([{}]);
    const strike = [...page.element.querySelectorAll('button')].find((one) =>
      one.textContent.includes('Punkt aufheben'),
    );
    strike?.click();
    await page.settled();
    const confirm = page.element.querySelector<HTMLButtonElement>('footer button');
    confirm?.click();
    await page.settled();
    expect(page.sent).toEqual([]);
    const field = page.element.querySelector('textarea');
    if (!field) throw new Error('no sheet');
    field.value = 'hat sich erledigt';
    confirm?.click();
    await page.settled();
    const input = { verfuegungId: 'f', version: 3, punktId: 'p1', reason: 'hat sich erledigt' };
    expect(page.sent).toEqual([['verfuegung.cancelPunkt', input]]);
  });

  it('takes all back with one press, and adds a point that is whole', async () => {
    const page = await shown([{}]);
    await page.press('Verfügung zurücknehmen');
    expect(page.sent).toEqual([['verfuegung.recallVerfuegung', { verfuegungId: 'f', version: 3 }]]);
    await page.press('Punkt ergänzen');
    const send = page.element.querySelector<HTMLButtonElement>('footer button');
    send?.click();
    await page.settled();
    expect(page.sent).toHaveLength(1);
    const kind = page.element.querySelector('select');
    if (!kind) throw new Error('no sheet');
    kind.value = 'vermerk';
    kind.dispatchEvent(new Event('change'));
    await page.settled();
    await page.type('Text des Vermerks', 'Anruf von Frau Kaya');
    send?.click();
    await page.settled();
    const added = { verfuegungId: 'f', version: 3, punkt: { art: 'vermerk', text: 'Anruf von Frau Kaya' } };
    expect(page.sent.at(-1)).toEqual(['verfuegung.addPunkt', added]);
  });
});
