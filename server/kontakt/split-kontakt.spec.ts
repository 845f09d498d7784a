import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedBeteiligung, addedKontakt } from '../../test/support/kontakte.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { loadKontakt } from './kontakt.views.js';
import { mergeKontakt } from './merge-kontakt.js';
import { splitKontakt } from './split-kontakt.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function merged() {
  const [id, keptId] = [await addedKontakt(bench), await addedKontakt(bench)];
  const { vorgangId } = await openedVorgang(bench);
  await addedBeteiligung(bench, vorgangId, id);
  await bench.perform('helga.brandt', mergeKontakt, { id, version: 1, keptId });
  return { id, keptId, vorgangId };
}
const split = (id: string, own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, splitKontakt, { id, version: 2, ...own });
const view = (id: string) => bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakt(tx, id));

describe('F10 splitKontakt', () => {
  it('refuses somebody who is not of the Registratur', async () => {
    expect(await split((await merged()).id, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown entry, a stale version and one that stands by itself', async () => {
    expect(await split(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await split((await merged()).id, { version: 1 })).toMatchObject({ code: 'platform.stale' });
    expect(await split(await addedKontakt(bench), { version: 1 })).toMatchObject({ code: 'kontakt.notMerged' });
  });

  it('gives back exactly what was before the merge', async () => {
    const { id, keptId, vorgangId } = await merged();
    expect(await split(id)).toEqual({ version: 3 });
    expect(await view(id)).toMatchObject({ mergedInto: null, vorgaenge: [{ id: vorgangId }] });
    expect(await view(keptId)).toMatchObject({ vorgaenge: [], duplicates: [] });
  });
});
