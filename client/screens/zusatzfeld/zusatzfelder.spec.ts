import { TestBed } from '@angular/core/testing';
import type { ZusatzfeldView } from '../../../server/contract/zusatzfeld-views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';
import { Zusatzfelder } from './zusatzfelder.js';

const field = (key: string, own: Partial<ZusatzfeldView> = {}): ZusatzfeldView => ({
  ...{ id: key, kind: 'akte', key, label: { de: key, en: key }, need: 'optional', state: 'offen', version: 1 },
  rule: { art: 'text', shortest: 0, longest: 9, signs: 'digits' },
  ...{ einheitId: null, einheit: null, dokumentArt: null },
  ...own,
});
const ITEMS = [field('eins'), field('zwei', { state: 'stillgelegt' }), field('anders', { kind: 'vorgang' })];

async function shown() {
  const ran: [string, object][] = [];
  const run = (name: string, input: object) => {
    ran.push([name, input]);
    return Promise.resolve({ version: 2 });
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Acts, useValue: { run } },
      { provide: Api, useValue: { get: () => Promise.resolve({ items: ITEMS }), signedOut: () => 0 } },
      { provide: LiveStream, useValue: { listen: () => () => undefined } },
    ],
  });
  const fixture = TestBed.createComponent(Zusatzfelder);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (name: string) => {
    element.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)!.click();
    await fixture.whenStable();
  };
  return { ran, element, press };
}

describe('F8 Zusatzfelder', () => {
  it('moves nothing beyond the ends of the list', async () => {
    const { ran, press } = await shown();
    await press('eins: nach oben');
    await press('zwei: nach unten');
    expect(ran).toEqual([]);
  });

  it('shows one kind of record, with what each field holds', async () => {
    const { element } = await shown();
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Text, bis 9, nur Ziffern');
    expect(rows[1]).toContain('stillgelegt');
  });

  it('orders by keys and uses a retired field again', async () => {
    const { ran, press } = await shown();
    await press('eins: nach unten');
    await press('Wieder verwenden: zwei');
    expect(ran).toEqual([
      ['zusatzfeld.orderZusatzfelder', { kind: 'akte', ids: ['zwei', 'eins'] }],
      ['zusatzfeld.restoreZusatzfeld', { id: 'zwei', version: 1 }],
    ]);
  });
});
