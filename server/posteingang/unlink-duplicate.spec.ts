import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang } from '../../test/support/eingaenge.js';
import { versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { linkDuplicate } from './link-duplicate.js';
import { unlinkDuplicate } from './unlink-duplicate.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function linked() {
  const [originalId, eingangId] = [await examinedEingang(bench), await examinedEingang(bench)];
  const { version } = done(await bench.perform('ines.vogt', linkDuplicate, { eingangId, version: 2, originalId }));
  return { originalId, eingangId, version };
}

describe('unlinkDuplicate', () => {
  it('refuses whoever lacks the permission', async () => {
    const { eingangId, version } = await linked();
    expect(await bench.perform('tomasz.sliwa', unlinkDuplicate, { eingangId, version })).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses what is not there, what is not linked, and a stale version', async () => {
    const unknown = { eingangId: newId(), version: 1 };
    expect(await bench.perform('ines.vogt', unlinkDuplicate, unknown)).toMatchObject({ code: 'platform.notFound' });
    const free = { eingangId: await examinedEingang(bench), version: 2 };
    expect(await bench.perform('ines.vogt', unlinkDuplicate, free)).toMatchObject({ code: 'posteingang.notLinked' });
    const { eingangId } = await linked();
    const stale = { eingangId, version: 1 };
    expect(await bench.perform('ines.vogt', unlinkDuplicate, stale)).toMatchObject({ code: 'platform.stale' });
  });

  it('puts it back on the desk, and says so at the other one', async () => {
    const { eingangId, version, originalId } = await linked();
    done(await bench.perform('ines.vogt', unlinkDuplicate, { eingangId, version }));
    const [row] = await bench.sql(`SELECT state, linked_to AS "linkedTo" FROM eingang WHERE id = $1`, [eingangId]);
    expect(row).toEqual({ state: 'geprueft', linkedTo: null });
    expect(await versionOf(bench, 'eingang', eingangId)).toBe(version + 1);
    expect((await bench.protokoll(originalId)).at(-1)).toMatchObject({
      action: 'posteingang.unlinkDuplicate',
      payload: { eingangId, originalId },
    });
  });
});
