import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { sees } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { classifyRecord } from './classify-record.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const classify = (input: object, login = 'helga.brandt') =>
  bench.perform(login, classifyRecord, {
    kind: 'vorgang',
    version: 1,
    stufe: 'vertraulich',
    reason: 'Amtshilfe',
    ...input,
  });

describe('classifyRecord', () => {
  it('refuses whoever lacks the permission, and whoever does not manage the record', async () => {
    const { vorgangId: id } = await openedVorgang(bench);
    expect(await classify({ id }, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await classify({ id }, 'ruth.lindqvist')).toMatchObject({ code: 'access.mayNotManage' });
  });

  it('refuses what is unknown, a stale version and an unknown Stufe', async () => {
    const { vorgangId: id } = await openedVorgang(bench);
    expect(await classify({ id: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await classify({ id, version: 5 })).toMatchObject({ code: 'platform.stale' });
    expect(await classify({ id, stufe: 'ganzGeheim' })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses to raise a record above what the person is cleared for', async () => {
    const { vorgangId: id } = await openedVorgang(bench);
    expect(await classify({ id, stufe: 'geheim' })).toMatchObject({
      code: 'access.notCleared',
      message: { de: 'Erwartet: Sie sind bis „geheim“ ermächtigt. Gefunden: bis „vertraulich“.' },
    });
  });

  it('F66 hides a Vorgang from whoever is not cleared for it, whatever the rules give, and not its Akte', async () => {
    const { akteId, vorgangId: id } = await openedVorgang(bench);
    expect(await classify({ id })).toEqual({ version: 2 });
    expect(await sees(bench, 'jana.petersen', 'vorgang', id)).toBe(false);
    expect(await sees(bench, 'jana.petersen', 'akte', akteId)).toBe(true);
    expect(await sees(bench, 'ruth.lindqvist', 'vorgang', id)).toBe(true);
    expect((await bench.protokoll(id)).at(-1)).toMatchObject({
      payload: { text: { de: 'Eingestuft als „vertraulich“ (vorher „offen“): Amtshilfe' } },
    });
  });

  it('F66 counts the Stufe of an Akte for every Vorgang in it', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    const [akte] = await bench.sql<{ version: number }>(`SELECT version FROM akte WHERE id = $1`, [akteId]);
    expect(await classify({ kind: 'akte', id: akteId, version: akte?.version })).toMatchObject({
      version: expect.any(Number),
    });
    expect(await sees(bench, 'jana.petersen', 'akte', akteId)).toBe(false);
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(false);
  });
});
