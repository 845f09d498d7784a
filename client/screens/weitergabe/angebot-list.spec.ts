import type { AngebotRow } from '../../../server/contract/weitergabe-views.js';
import { shownWith } from '../shared/sheet.testing.js';
import { AngebotList } from './angebot-list.js';

const offer: AngebotRow = {
  ...{ id: 'o', version: 1, from: 'Gemeinde Ostfeld', aktenzeichen: 'OF-0007/2026', betreff: 'Kreisel', kind: 'kopie' },
  ...{ reason: 'Neubau', state: 'offen', dokumente: 2, size: 1_000, stufe: 'offen', problem: null, answered: null },
  ...{ offeredAt: '2026-11-24T09:00:00Z', expiresOn: '2026-12-08', akte: null },
};
const position = { id: 'p', parentId: null, kennzeichen: '20', titel: 'Finanzen', state: 'offen', below: 'nothing' };

const shown = (own: Partial<AngebotRow> = {}) =>
  shownWith(
    AngebotList,
    { rows: [{ ...offer, ...own }] },
    { 'aktenplan/einheiten?': { einheiten: [position], next: null }, weitergabe: { version: 2 } },
  );
type Shown = Awaited<ReturnType<typeof shown>>;

/** Presses a button of a row: its words go on with the Aktenzeichen, for those who hear them alone. */
const answer = (page: Shown, words: string) => page.press(`${words} OF-0007/2026`);

async function confirm(page: Shown): Promise<void> {
  page.element.querySelector<HTMLElement>('footer button')!.click();
  await page.settled();
}

describe('F13 AngebotList', () => {
  it.each(['uebernahme', 'angenommen', 'abgelehnt', 'zurueckgezogen', 'abgelaufen'] as const)(
    'asks nobody about an offer that is %s',
    async (state) => {
      const { element } = await shown({ state });
      expect(element.querySelector('button')).toBeNull();
    },
  );

  it('refuses nothing without a reason', async () => {
    const page = await shown();
    await answer(page, 'Angebot ablehnen');
    await confirm(page);
    expect(page.sent).toEqual([]);
    await page.type('Grund', 'nicht zuständig');
    await confirm(page);
    expect(page.sent).toEqual([
      ['weitergabe.refuseAngebot', { angebotId: 'o', version: 1, reason: 'nicht zuständig' }],
    ]);
  });

  it('accepts nothing before a position of our own Aktenplan is chosen', async () => {
    const page = await shown();
    await answer(page, 'Angebot annehmen');
    await confirm(page);
    expect(page.element.textContent).toContain('Es fehlt die Stelle.');
    expect(page.sent).toEqual([]);
    page.element.querySelector<HTMLElement>('[role=treeitem]')!.click();
    await page.settled();
    await confirm(page);
    expect(page.sent).toEqual([['weitergabe.acceptAngebot', { angebotId: 'o', version: 1, einheitId: 'p' }]]);
  });

  it('says what an answered offer has become', async () => {
    const answered = { at: '2026-11-25T09:00:00Z', by: 'Helga Brandt', reason: '' };
    const { element } = await shown({ state: 'angenommen', answered, akte: { id: 'a', aktenzeichen: '20-0001/2026' } });
    expect(element.querySelector('a')?.textContent).toBe('20-0001/2026');
    expect(element.textContent).toContain('Helga Brandt');
  });
});
