import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang } from '../../test/support/closed-vorgang.js';
import { openedVorgang, versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { editVorgang } from './edit-vorgang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const facts = { betreff: 'Fassade', bemerkung: '', medium: 'elektronisch', standort: '', laufzeitBeginn: '2026-11-01' };
const edit = (vorgangId: string, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, editVorgang, { vorgangId, version: 1, ...facts, ...own });

describe('editVorgang', () => {
  it('refuses whoever may not edit records', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await edit(vorgangId, {}, 'ines.vogt')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Vorgang, and one that is z. d. A.', async () => {
    expect(await edit(newId())).toMatchObject({ code: 'platform.notFound' });
    const { vorgangId } = await closedVorgang(bench, '20.31.05');
    expect(await edit(vorgangId)).toMatchObject({ code: 'akte.closed' });
  });

  it.each([
    [{ laufzeitBeginn: '2026-11-25' }, 'akte.laufzeit'],
    [{ medium: 'papier' }, 'akte.standortMissing'],
    [{ betreff: 'a\u0000' }, 'platform.invalidInput'],
    [{ version: 3 }, 'platform.stale'],
  ])('refuses %j', async (own, code) => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await edit(vorgangId, own)).toMatchObject({ code });
    expect(await versionOf(bench, 'vorgang', vorgangId)).toBe(1);
  });

  it('F3 changes what it says of itself, and names the changed fields in the Protokoll', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await edit(vorgangId, { medium: 'papier', standort: 'Raum 2.14' })).toEqual({ version: 2 });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'akte.editVorgang',
      payload: {
        before: { betreff: 'Fassadenreinigung', medium: 'elektronisch', standort: '' },
        after: { betreff: 'Fassade', medium: 'papier', standort: 'Raum 2.14' },
        text: { de: expect.stringMatching(/^Geändert: Betreff, Medium, Standort/) },
      },
    });
  });
});
