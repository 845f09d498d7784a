import type { EingangRow } from '../../../../server/contract/views.js';
import { shownWith } from '../../shared/sheet.testing.js';
import { TakeInSheet } from './take-in-sheet.js';

const row = (id: string, own: Partial<EingangRow> = {}): EingangRow => ({
  ...{ id, version: 1, state: 'geprueft', channel: 'folder', fileName: `${id}.pdf`, title: `Titel ${id}`, pages: 2 },
  ...{ receivedAt: '2026-11-30T08:00:00Z', sender: '', confidence: 'unklar', warnings: [], note: null },
  ...{ forwarding: null, returned: null, receipt: null },
  ...own,
});
const rows = [
  row('open'),
  row('second'),
  row('mail', { channel: 'mail' }),
  row('xml', { pages: null }),
  row('quarantine', { state: 'quarantaene' }),
];
const taken = [{ eingangId: 'open', fileName: 'open.pdf', pages: 2 }];

async function opened(pagesStay: unknown) {
  const shown = await shownWith(TakeInSheet, { rows, taken }, { 'posteingang/second': { ...rows[1], pagesStay } });
  const scans: unknown[] = [];
  shown.instance.scan.subscribe((scan) => scans.push(scan));
  const choose = async () => {
    shown.element.querySelector<HTMLElement>('.choice')!.click();
    await shown.settled();
    await shown.settled();
  };
  return { ...shown, scans, choose };
}

describe('TakeInSheet', () => {
  it('says why a scan has to stay as it is, and does not take it in', async () => {
    const { element, scans, choose } = await opened({ de: 'Der Scan trägt eine Signatur.', en: '' });
    await choose();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Der Scan trägt eine Signatur.');
    expect(scans).toEqual([]);
  });

  it('offers what is a scan at the desk and not here yet, and takes the chosen one in', async () => {
    const { element, scans, choose } = await opened(null);
    const offered = [...element.querySelectorAll('.label')].map((label) => label.textContent);
    expect(offered).toEqual(['Titel second']);
    await choose();
    expect(scans).toEqual([{ eingangId: 'second', fileName: 'second.pdf', pages: 2 }]);
  });

  it('says so where there is no other scan', async () => {
    const { element, give } = await opened(null);
    await give({ rows: [] });
    expect(element.textContent).toContain('kein weiterer Scan');
  });
});
