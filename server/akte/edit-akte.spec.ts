import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf, openedVorgang } from '../../test/support/records.js';
import type { AkteView } from '../contract/akte-views.js';
import { newId } from '../platform/ids.js';
import { editAkte } from './edit-akte.js';
import { loadAkte } from './metadata.views.js';

let bench: ActBench;
let federfuehrungId: string;

beforeAll(async () => {
  bench = await openActBench();
  federfuehrungId = await idOf(bench, 'unit', 'code', '20.31');
});
afterAll(() => bench.close());

const facts = () => ({
  ...{ betreff: 'Kreishaus', bemerkung: '', medium: 'elektronisch', standort: '' },
  ...{ federfuehrungId, laufzeitBeginn: '2026-11-01', laufzeitEnde: null },
});
const edit = (akteId: string, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, editAkte, { akteId, version: 1, ...facts(), ...own });
const shown = async (akteId: string): Promise<AkteView> =>
  done(await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadAkte(tx, akteId)));

describe('editAkte', () => {
  it('refuses whoever may not edit records', async () => {
    const { akteId } = await openedVorgang(bench);
    expect(await edit(akteId, {}, 'ines.vogt')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Akte and an unknown unit', async () => {
    expect(await edit(newId())).toMatchObject({ code: 'platform.notFound' });
    const { akteId } = await openedVorgang(bench);
    expect(await edit(akteId, { federfuehrungId: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it.each([
    [{ betreff: '' }, 'platform.invalidInput'],
    [{ betreff: 'x'.repeat(10_000) }, 'platform.invalidInput'],
    [{ bemerkung: 'a\u202eb' }, 'platform.invalidInput'],
    [{ laufzeitBeginn: '2026-02-30' }, 'platform.invalidInput'],
    [{ laufzeitBeginn: '0000-01-01' }, 'akte.laufzeit'],
    [{ laufzeitBeginn: '2026-11-25' }, 'akte.laufzeit'],
    [{ laufzeitEnde: '2026-10-31' }, 'akte.laufzeit'],
    [{ medium: 'hybrid' }, 'akte.standortMissing'],
    [{ standort: 'Keller' }, 'akte.standortUseless'],
    [{ version: 9 }, 'platform.stale'],
  ])('refuses %j and changes nothing', async (own, code) => {
    const { akteId } = await openedVorgang(bench);
    expect(await edit(akteId, own)).toMatchObject({ code });
    expect(await shown(akteId)).toMatchObject({ version: 1, betreff: 'Kreishaus, Sanierung der Fassade' });
  });

  it('F3 changes subject, remark, lead, medium and running time, and tells in the Protokoll what was before', async () => {
    const { akteId, aktenzeichen } = await openedVorgang(bench);
    const unit = await idOf(bench, 'unit', 'code', '20.11');
    const own = { medium: 'hybrid', standort: 'Keller, Regal 3', bemerkung: 'mit Plänen', federfuehrungId: unit };
    expect(await edit(akteId, { ...own, laufzeitEnde: '2026-11-30' })).toEqual({ version: 2 });
    expect(await shown(akteId)).toMatchObject({
      ...{ version: 2, betreff: 'Kreishaus', medium: 'hybrid', standort: 'Keller, Regal 3', bemerkung: 'mit Plänen' },
      ...{ laufzeitBeginn: '2026-11-01', laufzeitEnde: '2026-11-30', aktenzeichen: aktenzeichen.slice(0, -3) },
      federfuehrung: { id: unit },
    });
    expect((await bench.protokoll(akteId)).at(-1)).toMatchObject({
      action: 'akte.editAkte',
      payload: {
        before: { betreff: 'Kreishaus, Sanierung der Fassade', medium: 'elektronisch' },
        after: { betreff: 'Kreishaus', medium: 'hybrid' },
        text: { de: expect.stringContaining('Federführung') },
      },
    });
  });
});
