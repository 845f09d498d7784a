import type { ErsuchenRow } from '../../../server/contract/ersuchen-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Session } from '../../live/session.js';
import { shownWith } from '../shared/sheet.testing.js';
import { ErsuchenTab } from './ersuchen-tab.js';
import { TestBed } from '@angular/core/testing';

const row: ErsuchenRow = {
  ...{ id: 'e', version: 2, direction: 'erhalten', other: 'Gemeinde Ostfeld', betreff: 'Auskunft', question: 'Wer?' },
  ...{ frist: null, stufe: 'offen', dokumente: ['Ersuchen: Auskunft'], state: 'angenommen', vorgang: null },
  ...{ askedAt: '2026-11-24T09:00:00Z', askedBy: null, ended: null, erasedAt: null },
};
const vorgang = { id: 'v', aktenzeichen: '20-1/01', state: 'offen', register: [] } as unknown as VorgangView;
const mandanten = [{ id: 'm', name: 'Gemeinde Ostfeld' }];

async function shown(ersuchen: Partial<ErsuchenRow>[], own: Partial<VorgangView> = {}) {
  TestBed.configureTestingModule({
    providers: [{ provide: Session, useValue: { may: () => true, now: () => '2026-11-24T09:00:00Z' } }],
  });
  const rows = ersuchen.map((each) => ({ ...row, ...each }));
  const answers = { 'vorgaenge/v/ersuchen': { ersuchen: rows, mandanten }, 'ersuchen.': { version: 3 } };
  return shownWith(ErsuchenTab, { vorgang: { ...vorgang, ...own } }, answers);
}
const buttons = (element: HTMLElement) => [...element.querySelectorAll('button')].map((one) => one.textContent.trim());

describe('F39 ErsuchenTab', () => {
  it.each(['beantwortet', 'abgelehnt', 'zurueckgenommen'] as const)(
    'offers nothing about one that is %s',
    async (state) => {
      const ended = { at: '2026-11-25T09:00:00Z', by: 'Gemeinde Ostfeld', text: 'Hat sich erledigt' };
      const { element } = await shown([{ state, ended }]);
      expect(buttons(element)).toEqual(['Ersuchen stellen']);
      expect(element.textContent).toContain('Hat sich erledigt');
    },
  );

  it('offers nothing in a Vorgang that is closed', async () => {
    const { element } = await shown([{}], { state: 'zdA' });
    expect(buttons(element)).toEqual([]);
  });

  it('sends no answer without words', async () => {
    const page = await shown([{}]);
    await page.press('Ersuchen beantworten Auskunft');
    const send = page.element.querySelector<HTMLElement>('footer button');
    send?.click();
    expect(page.sent).toEqual([]);
    const field = page.element.querySelector('textarea');
    if (!field || !send) throw new Error('no sheet');
    field.value = 'Erika Mustermann';
    field.dispatchEvent(new Event('input'));
    await page.settled();
    send.click();
    await page.settled();
    const input = { ersuchenId: 'e', version: 2, answer: 'Erika Mustermann', dokumentIds: [] };
    expect(page.sent).toEqual([['ersuchen.answerErsuchen', input]]);
  });

  it('says of one whose content is erased that it is, and why, in place of subject and question', async () => {
    const ended = { at: '2026-11-25T09:00:00Z', by: 'Gemeinde Ostfeld', text: 'Hat sich erledigt' };
    const erased = { betreff: '', question: '', dokumente: [], erasedAt: '2026-11-25T09:00:00Z' };
    const { element } = await shown([{ state: 'zurueckgenommen', ended, ...erased }]);
    expect(element.querySelector('lm-ersuchen-row strong')).toBeNull();
    expect(element.textContent).toContain('gelöscht worden, weil kein Vorgang daraus geworden ist');
    expect(element.textContent).not.toContain('Dokumente:');
    expect(element.textContent).toContain('Hat sich erledigt');
  });

  it('lets whoever asked take it back, and whoever was asked not', async () => {
    const { element } = await shown([{ direction: 'gestellt', askedBy: 'Jana Petersen', state: 'offen' }]);
    expect(buttons(element)).toEqual(['Ersuchen stellen', 'Ersuchen zurücknehmen Auskunft']);
  });
});
