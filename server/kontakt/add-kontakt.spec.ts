import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { someKontakt } from '../../test/support/kontakte.js';
import type { KontaktFacts } from '../contract/kontakt-views.js';
import { addKontakt } from './add-kontakt.js';
import { loadKontakte } from './kontakt.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const add = (own: Partial<KontaktFacts> = {}, login = 'jana.petersen') =>
  bench.perform(login, addKontakt, someKontakt(own));
const labels = async (typed: string) => {
  const page = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakte(tx, typed, null));
  return 'items' in page ? page.items.map(({ label }) => label) : page;
};

describe('F10 addKontakt', () => {
  it('refuses somebody who only looks after the archive', async () => {
    expect(await add({}, 'amir.rakimov')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each([
    { name: '' },
    { name: '  ' },
    { name: 'x'.repeat(201) },
    { name: 'Ute\u202eetU' },
    { vorname: 'a\u0000b' },
    { mail: 'keine Adresse' },
    { geburtsdatum: '0000-01-01' },
    { geburtsdatum: '2026-02-31' },
  ])('refuses %j', async (bad) => {
    expect(await add(bad)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('keeps names of DIN 91379 as they are written, composed', async () => {
    await add({ name: 'Jo\u0308rgs', vorname: 'Ṟaḵīm' });
    expect(await labels('joergs rakim')).toEqual(['Jörgs, Ṟaḵīm']);
  });

  it('is found by beginnings of all its words, with and without umlauts', async () => {
    await add({
      name: 'Bäckerei Großmann',
      vorname: '',
      art: 'organisation',
      ort: 'Öhringen',
      mail: 'info@brot.example',
    });
    for (const typed of ['Baeck Gross', 'großm ohring', 'brot', 'BÄCKEREI 59990']) {
      expect(await labels(typed)).toEqual(['Bäckerei Großmann']);
    }
    expect(await labels('Bäckerei Müller')).toEqual([]);
  });

  it('allows two of one name, whom their place tells apart', async () => {
    await add({ name: 'Zwilling', ort: 'Nord' });
    await add({ name: 'Zwilling', ort: 'Süd' });
    expect(await labels('Zwilling')).toHaveLength(2);
    expect(await labels('Zwilling Süd')).toHaveLength(1);
  });

  it('gives a long register in pages that together are everything, each once', async () => {
    for (let number = 0; number < 53; number++) await add({ name: 'Seite', vorname: String(number) });
    const page = (after: string | null) =>
      bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakte(tx, 'Seite', after));
    const first = await page(null);
    if (!('items' in first)) throw new Error(first.message.en);
    const second = await page(first.next);
    if (!('items' in second)) throw new Error(second.message.en);
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 3, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(53);
  });
});
