import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedBeteiligung, addedKontakt } from '../../test/support/kontakte.js';
import { addedDokument, openedVorgang, versionOf } from '../../test/support/records.js';
import { closeZdA } from '../akte/close-zda.js';
import { newId } from '../platform/ids.js';
import { addBeteiligung } from './add-beteiligung.js';
import { loadBeteiligte, loadKontakt } from './kontakt.views.js';
import { mergeKontakt } from './merge-kontakt.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const add = (vorgangId: string, kontaktId: string, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, addBeteiligung, { vorgangId, kontaktId, rolle: 'Antragstellerin', ...own });
const arranged = async () => ({ ...(await openedVorgang(bench)), kontaktId: await addedKontakt(bench) });

describe('F10 addBeteiligung', () => {
  it('refuses somebody who only looks after the archive', async () => {
    const { vorgangId, kontaktId } = await arranged();
    expect(await add(vorgangId, kontaktId, {}, 'amir.rakimov')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each([{ rolle: '' }, { rolle: 'x'.repeat(61) }, { rolle: 'a\u202eb' }])('refuses %j', async (bad) => {
    const { vorgangId, kontaktId } = await arranged();
    expect(await add(vorgangId, kontaktId, bad)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses an unknown Vorgang and an unknown entry', async () => {
    const { vorgangId, kontaktId } = await arranged();
    expect(await add(newId(), kontaktId)).toMatchObject({ code: 'platform.notFound' });
    expect(await add(vorgangId, newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a Vorgang z. d. A.', async () => {
    const { vorgangId, kontaktId } = await arranged();
    await addedDokument(bench, vorgangId);
    const version = await versionOf(bench, 'vorgang', vorgangId);
    expect(await bench.perform('jana.petersen', closeZdA, { vorgangId, version })).toHaveProperty('zdaDate');
    expect(await add(vorgangId, kontaktId)).toMatchObject({ code: 'akte.closed' });
  });

  it('refuses an entry that was merged away, and the same part twice', async () => {
    const { vorgangId, kontaktId } = await arranged();
    const gone = await addedKontakt(bench);
    await bench.perform('helga.brandt', mergeKontakt, { id: gone, version: 1, keptId: kontaktId });
    expect(await add(vorgangId, gone)).toMatchObject({ code: 'kontakt.merged' });
    await add(vorgangId, kontaktId);
    expect(await add(vorgangId, kontaktId)).toMatchObject({ code: 'kontakt.alreadyThere' });
    expect(await add(vorgangId, kontaktId, { rolle: 'Erbin' })).toHaveProperty('id');
  });

  it('F62 gives all Vorgaenge of an entry, and none that the person may not see', async () => {
    const { vorgangId, kontaktId } = await arranged();
    const hidden = await openedVorgang(bench);
    await addedBeteiligung(bench, vorgangId, kontaktId);
    await addedBeteiligung(bench, hidden.vorgangId, kontaktId);
    await bench.sql(`UPDATE akte SET protected = true WHERE id = $1`, [hidden.akteId]);
    const view = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadKontakt(tx, kontaktId));
    expect(view).toMatchObject({ vorgaenge: [{ id: vorgangId, rolle: 'Antragstellerin' }] });
    const beteiligte = (id: string) =>
      bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadBeteiligte(tx, id));
    expect(await beteiligte(vorgangId)).toMatchObject({ items: [{ kontakt: { id: kontaktId } }] });
    expect(await beteiligte(hidden.vorgangId)).toMatchObject({ code: 'platform.notFound' });
  });
});
