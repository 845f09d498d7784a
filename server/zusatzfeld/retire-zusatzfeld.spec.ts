import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { addedZusatzfeld } from '../../test/support/zusatzfelder.js';
import { editVorgang } from '../akte/edit-vorgang.js';
import { newId } from '../platform/ids.js';
import { retireZusatzfeld } from './retire-zusatzfeld.js';
import { loadZusatz } from './zusatzfeld.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const retire = (id: string, version = 1, login = 'helga.brandt') =>
  bench.perform(login, retireZusatzfeld, { id, version });
const facts = { betreff: 'Fassade', bemerkung: '', medium: 'elektronisch', standort: '', laufzeitBeginn: '2026-11-01' };

describe('F8 retireZusatzfeld', () => {
  it('refuses whoever is no key user, an unknown field, a stale version, and twice', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'eins');
    expect(await retire(id, 1, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await retire(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await retire(id, 4)).toMatchObject({ code: 'platform.stale' });
    expect(await retire(id)).toEqual({ id, version: 2 });
    expect(await retire(id, 2)).toMatchObject({ code: 'zusatzfeld.alreadySo' });
  });

  it('keeps values readable, takes no other ones, and asks nobody else for one', async () => {
    const id = await addedZusatzfeld(bench, 'vorgang', 'zwei');
    const [{ vorgangId }, other] = [await openedVorgang(bench), await openedVorgang(bench)];
    const edit = (version: number, value: string | null) =>
      bench.perform('jana.petersen', editVorgang, { vorgangId, version, ...facts, zusatz: { zwei: value } });
    done(await edit(1, '12/3'));
    done(await retire(id));
    const shown = async (of: string) =>
      done(await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadZusatz(tx, 'vorgang', of))).items;
    expect(await shown(vorgangId)).toMatchObject([{ key: 'zwei', state: 'readable', value: '12/3', text: '12/3' }]);
    expect(await shown(other.vorgangId)).toEqual([]);
    expect(await edit(2, '99')).toMatchObject({ reasons: [{ code: 'zusatzfeld.retiredField' }] });
    expect(await edit(2, '12/3')).toEqual({ version: 3 });
    expect(await edit(3, null)).toEqual({ version: 4 });
    expect(await shown(vorgangId)).toEqual([]);
  });
});
