import { TestBed } from '@angular/core/testing';
import type { EingangView } from '../../../../server/contract/views.js';
import { Session } from '../../../live/session.js';
import { shownWith } from '../../shared/sheet.testing.js';
import { ScanOrigin } from './scan-origin.js';

const rearrangement = {
  ...{ id: 'r', by: 'Petra Vogt', at: '2026-11-30T08:15:00Z' },
  from: [
    { eingangId: 'a', fileName: 'Scan_0815.pdf', pages: [3, 4, 5] },
    { eingangId: 'b', fileName: 'Scan_0816.pdf', pages: [1] },
  ],
};
const eingang = { id: 'e', title: 'Scan_0815, Teil 2', state: 'geprueft', forwarding: null } as EingangView;

async function shown(own: Partial<EingangView> = {}) {
  const view = await shownWith(
    ScanOrigin,
    { eingang: { ...eingang, ...own }, rearrangement },
    { 'posteingang.restoreScans': { eingangIds: ['a', 'b'] } },
  );
  TestBed.inject(Session).view.set({ person: { permissions: ['posteingang.receive'] } } as never);
  await view.settled();
  return view;
}

describe('ScanOrigin', () => {
  it('offers no way back for a letter that is filed', async () => {
    const { element } = await shown({ state: 'zugeordnet' });
    expect(element.querySelector('button')).toBeNull();
  });

  it('says from which pages of which scans, and by whom', async () => {
    const { element } = await shown();
    const said = [...element.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(said).toEqual(['Seiten 3–5 aus „Scan_0815.pdf“', 'Seite 1 aus „Scan_0816.pdf“']);
    expect(element.textContent).toContain('von Petra Vogt am 30.11.2026, 09:15');
  });

  it('takes all of it back, and then the first scan opens', async () => {
    const { instance, press, sent } = await shown();
    const restored: unknown[] = [];
    instance.restored.subscribe((finished) => restored.push(finished));
    await press('Aufteilung zurücknehmen');
    expect(sent).toEqual([['posteingang.restoreScans', { rearrangementId: 'r' }]]);
    expect(restored).toEqual([expect.objectContaining({ next: 'a' })]);
  });
});
