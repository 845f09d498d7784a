import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedBeteiligung, addedKontakt } from '../../test/support/kontakte.js';
import { openedVorgang } from '../../test/support/records.js';
import { isRejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { loadBeteiligte, loadKontakt, loadKontakte } from './kontakt.views.js';
import { mergeKontakt } from './merge-kontakt.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const merge = (id: string, keptId: string, own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, mergeKontakt, { id, version: 1, keptId, ...own });
const view = async (id: string) => {
  const found = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakt(tx, id));
  if (isRejection(found)) throw new Error(found.message.en);
  return found;
};

describe('F10 mergeKontakt', () => {
  it('refuses somebody who is not of the Registratur', async () => {
    const [id, keptId] = [await addedKontakt(bench), await addedKontakt(bench)];
    expect(await merge(id, keptId, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses unknown entries, itself and a stale version', async () => {
    const id = await addedKontakt(bench);
    expect(await merge(id, newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await merge(newId(), id)).toMatchObject({ code: 'platform.notFound' });
    expect(await merge(id, id)).toMatchObject({ code: 'kontakt.sameEntry' });
    expect(await merge(id, await addedKontakt(bench), { version: 7 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses an entry that was merged before, on either side', async () => {
    const [a, b, c] = [await addedKontakt(bench), await addedKontakt(bench), await addedKontakt(bench)];
    await merge(a, b);
    expect(await merge(a, c, { version: 2 })).toMatchObject({ code: 'kontakt.merged' });
    expect(await merge(c, a)).toMatchObject({ code: 'kontakt.merged' });
  });

  it('shows every Vorgang of both under the one that is kept, and finds it by the words of both', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const id = await addedKontakt(bench, { name: 'Doppelmeyer', ort: 'Xanten' });
    const keptId = await addedKontakt(bench, { name: 'Doppelmeier' });
    await addedBeteiligung(bench, vorgangId, id);
    await merge(id, keptId);
    expect(await view(keptId)).toMatchObject({ vorgaenge: [{ id: vorgangId }], duplicates: [{ id }] });
    expect((await view(id)).mergedInto).toMatchObject({ id: keptId });
    const beteiligte = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadBeteiligte(tx, vorgangId));
    expect(beteiligte).toMatchObject({ items: [{ kontakt: { id: keptId } }] });
    const page = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakte(tx, 'Xanten', null));
    expect(page).toMatchObject({ items: [{ id: keptId }] });
  });

  it('leaves no chain: duplicates of a duplicate go along', async () => {
    const [a, b, c] = [await addedKontakt(bench), await addedKontakt(bench), await addedKontakt(bench)];
    await merge(a, b);
    await merge(b, c);
    expect((await view(a)).mergedInto).toMatchObject({ id: c });
    expect((await view(c)).duplicates).toHaveLength(2);
  });

  it('proposes entries of the same name or mail', async () => {
    const id = await addedKontakt(bench, { name: 'Gleich', vorname: 'Ina', mail: 'ina@example.org' });
    const twin = await addedKontakt(bench, { name: 'GLEICH', vorname: 'ina' });
    const mail = await addedKontakt(bench, { name: 'Andere', mail: 'ina@example.org' });
    const candidates = (await view(id)).candidates.map((candidate) => candidate.id);
    expect(new Set(candidates)).toEqual(new Set([twin, mail]));
  });
});
