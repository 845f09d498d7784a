import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { protectedFor, sees } from '../../test/support/rights.js';
import { unprotectAkte } from './unprotect-akte.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const unprotect = (akteId: string, own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, unprotectAkte, { akteId, version: 1, reason: 'Verfahren beendet', ...own });

describe('unprotectAkte', () => {
  it('refuses whoever lacks the permission or does not see the Akte at all', async () => {
    const { akteId } = await openedVorgang(bench);
    await protectedFor(bench, akteId);
    expect(await unprotect(akteId, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await unprotect(akteId, {}, 'ruth.lindqvist')).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a stale version, and an Akte that is not protected', async () => {
    const { akteId } = await openedVorgang(bench);
    expect(await unprotect(akteId)).toMatchObject({ code: 'access.notProtected' });
    await protectedFor(bench, akteId);
    expect(await unprotect(akteId, { version: 9 })).toMatchObject({ code: 'platform.stale' });
  });

  it('lets the Akte inherit again, and its own list is gone', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    await protectedFor(bench, akteId);
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(false);
    expect(await unprotect(akteId)).toEqual({ version: 2 });
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(true);
    expect(await bench.sql(`SELECT 1 FROM access_rule WHERE akte_id = $1`, [akteId])).toEqual([]);
  });
});
