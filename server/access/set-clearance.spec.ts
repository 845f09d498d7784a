import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { sees } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { setClearance } from './set-clearance.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const clear = (input: object, login = 'kim.okafor') =>
  bench.perform(login, setClearance, { stufe: 'geheim', reason: 'Sicherheitsüberprüfung', ...input });

describe('setClearance', () => {
  it('refuses whoever lacks the permission, also the Registratur', async () => {
    const personId = bench.personId('jana.petersen');
    expect(await clear({ personId }, 'helga.brandt')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown person and an unknown Stufe', async () => {
    expect(await clear({ personId: newId() })).toMatchObject({ code: 'platform.notFound' });
    const personId = bench.personId('jana.petersen');
    expect(await clear({ personId, stufe: 'alles' })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('F66 gives sight of what the rules give up to that Stufe, and takes it again', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [vorgangId]);
    const personId = bench.personId('jana.petersen');
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(false);
    expect(await clear({ personId })).toEqual({ personId });
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(true);
    await clear({ personId, stufe: 'offen' });
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(false);
    expect(await bench.protokoll(personId)).toMatchObject([
      { payload: { before: 'nurFuerDenDienstgebrauch', stufe: 'geheim', reason: 'Sicherheitsüberprüfung' } },
      { payload: { before: 'geheim', stufe: 'offen' } },
    ]);
  });
});
