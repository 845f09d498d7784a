import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedBeteiligung, addedKontakt } from '../../test/support/kontakte.js';
import { addedDokument, openedVorgang, versionOf } from '../../test/support/records.js';
import { closeZdA } from '../akte/close-zda.js';
import { newId } from '../platform/ids.js';
import { endBeteiligung } from './end-beteiligung.js';
import { loadBeteiligte, loadKontakt } from './kontakt.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function arranged() {
  const { vorgangId } = await openedVorgang(bench);
  const kontaktId = await addedKontakt(bench);
  return { vorgangId, kontaktId, id: await addedBeteiligung(bench, vorgangId, kontaktId) };
}
const end = (id: string, login = 'jana.petersen') => bench.perform(login, endBeteiligung, { id });

describe('F10 endBeteiligung', () => {
  it('refuses somebody who only looks after the archive', async () => {
    expect(await end((await arranged()).id, 'amir.rakimov')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown one, and one that has ended', async () => {
    const { id } = await arranged();
    expect(await end(newId())).toMatchObject({ code: 'platform.notFound' });
    await end(id);
    expect(await end(id)).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses in a Vorgang z. d. A.', async () => {
    const { id, vorgangId } = await arranged();
    await addedDokument(bench, vorgangId);
    const version = await versionOf(bench, 'vorgang', vorgangId);
    expect(await bench.perform('jana.petersen', closeZdA, { vorgangId, version })).toHaveProperty('zdaDate');
    expect(await end(id)).toMatchObject({ code: 'akte.closed' });
  });

  it('takes part no more, and stays in what the entry once took part in', async () => {
    const { id, vorgangId, kontaktId } = await arranged();
    expect(await end(id)).toEqual({ id });
    const beteiligte = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadBeteiligte(tx, vorgangId));
    expect(beteiligte).toEqual({ items: [] });
    const view = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakt(tx, kontaktId));
    expect(view).toMatchObject({ vorgaenge: [{ id: vorgangId, ended: true }] });
  });
});
