import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedKontakt, someKontakt } from '../../test/support/kontakte.js';
import { newId } from '../platform/ids.js';
import { changeKontakt } from './change-kontakt.js';
import { loadKontakt, loadKontakte } from './kontakt.views.js';
import { mergeKontakt } from './merge-kontakt.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const change = (id: string, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, changeKontakt, { ...someKontakt(), id, version: 1, ...own });

describe('F10 changeKontakt', () => {
  it('refuses somebody who only looks after the archive', async () => {
    expect(await change(await addedKontakt(bench), {}, 'amir.rakimov')).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses an unknown entry and a stale version', async () => {
    expect(await change(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await change(await addedKontakt(bench), { version: 2 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses an entry that was merged into another', async () => {
    const [id, keptId] = [await addedKontakt(bench), await addedKontakt(bench)];
    await bench.perform('helga.brandt', mergeKontakt, { id, version: 1, keptId });
    expect(await change(id, { version: 2 })).toMatchObject({ code: 'kontakt.merged' });
  });

  it('is found under the new name at once, and no more under the old one', async () => {
    const id = await addedKontakt(bench, { name: 'Altmann' });
    expect(await change(id, { name: 'Neumann' })).toEqual({ version: 2 });
    const found = async (typed: string) => {
      const page = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakte(tx, typed, null));
      return 'items' in page && page.items.length;
    };
    expect([await found('Neumann'), await found('Altmann')]).toEqual([1, 0]);
    const view = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakt(tx, id));
    expect(view).toMatchObject({ name: 'Neumann', version: 2 });
  });
});
