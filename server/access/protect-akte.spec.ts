import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { protectedFor, sees } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { protectAkte } from './protect-akte.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const registratur = { subject: { kind: 'role', role: 'registratur' }, right: 'manage' };
const protect = (akteId: string, own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, protectAkte, { akteId, version: 1, reason: 'Personalakte', rules: [registratur], ...own });

describe('protectAkte', () => {
  it('refuses whoever lacks the permission, and whoever does not manage the Akte', async () => {
    const { akteId } = await openedVorgang(bench);
    expect(await protect(akteId, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await protect(akteId, {}, 'ruth.lindqvist')).toMatchObject({ code: 'access.mayNotManage' });
  });

  it('refuses an unknown Akte, a stale version, and an Akte that is protected already', async () => {
    expect(await protect(newId())).toMatchObject({ code: 'platform.notFound' });
    const { akteId } = await openedVorgang(bench);
    expect(await protect(akteId, { version: 7 })).toMatchObject({ code: 'platform.stale' });
    await protectedFor(bench, akteId);
    expect(await protect(akteId)).toMatchObject({ code: 'access.alreadyProtected' });
  });

  it('refuses a list on which nobody manages, an empty one, and one that names somebody unknown', async () => {
    const { akteId } = await openedVorgang(bench);
    const reader = { subject: { kind: 'house' }, right: 'read' };
    expect(await protect(akteId, { rules: [reader] })).toMatchObject({ code: 'access.nobodyLeft' });
    expect(await protect(akteId, { rules: [] })).toMatchObject({ code: 'platform.invalidInput' });
    const unknown = { subject: { kind: 'person', id: newId() }, right: 'read' };
    expect(await protect(akteId, { rules: [registratur, unknown] })).toMatchObject({ code: 'access.unknownSubject' });
    expect(await bench.sql(`SELECT 1 FROM access_rule WHERE akte_id = $1`, [akteId])).toEqual([]);
  });

  it.each(['', '  ', 'x'.repeat(10_000), 'Grund\u202egnul', 'Zeile\nZeile', 'Null\u0000'])(
    'refuses the reason %j',
    async (reason) => {
      const { akteId } = await openedVorgang(bench);
      expect(await protect(akteId, { reason })).toMatchObject({ code: 'platform.invalidInput' });
    },
  );

  it('F63 hides the Akte and everything in it from whoever is not on its list, and tells why in the Protokoll', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    const dokumentId = await addedDokument(bench, vorgangId);
    const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId('deniz.aydin') });
    expect(await protect(akteId)).toEqual({ version: 2 });
    const records = [
      ['akte', akteId],
      ['vorgang', vorgangId],
      ['dokument', dokumentId],
      ['aufgabe', aufgabeId],
    ] as const;
    for (const [table, id] of records) {
      expect([table, await sees(bench, 'tomasz.sliwa', table, id)]).toEqual([table, false]);
      expect([table, await sees(bench, 'helga.brandt', table, id)]).toEqual([table, true]);
    }
    expect(await bench.protokoll(akteId)).toMatchObject([{}, { payload: { text: { de: 'Geschützt: Personalakte' } } }]);
  });

  it('lets somebody protect an Akte out of their own sight', async () => {
    const { akteId } = await openedVorgang(bench);
    const rules = [{ subject: { kind: 'person', id: bench.personId('ruth.lindqvist') }, right: 'manage' }];
    expect(await protect(akteId, { rules })).toEqual({ version: 2 });
    expect(await sees(bench, 'helga.brandt', 'akte', akteId)).toBe(false);
    expect(await sees(bench, 'ruth.lindqvist', 'akte', akteId)).toBe(true);
  });
});
