import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { examinedEingang } from '../../test/support/eingaenge.js';
import { versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { resumeEingang } from './resume-eingang.js';
import { setAsideEingang } from './set-aside-eingang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function setAside(): Promise<string> {
  const eingangId = await examinedEingang(bench);
  await bench.perform('ines.vogt', setAsideEingang, { eingangId, version: 2, note: 'Absender unbekannt' });
  return eingangId;
}

const resume = async (eingangId: string, login = 'ines.vogt') =>
  bench.perform(login, resumeEingang, { eingangId, version: await versionOf(bench, 'eingang', eingangId) });

describe('resumeEingang', () => {
  it('refuses whoever lacks the permission', async () => {
    expect(await resume(await setAside(), 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses what is not set aside, what is in quarantine, and what is not there', async () => {
    expect(await resume(await examinedEingang(bench))).toMatchObject({ code: 'posteingang.notSetAside' });
    const quarantined = await examinedEingang(bench, { outcome: 'quarantaene' });
    expect(await resume(quarantined)).toMatchObject({ code: 'posteingang.quarantined' });
    const unknown = { eingangId: newId(), version: 1 };
    expect(await bench.perform('ines.vogt', resumeEingang, unknown)).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a stale version', async () => {
    const input = { eingangId: await setAside(), version: 2 };
    expect(await bench.perform('ines.vogt', resumeEingang, input)).toMatchObject({ code: 'platform.stale' });
  });

  it('takes it back to the desk without the note', async () => {
    const eingangId = await setAside();
    expect(await resume(eingangId)).toEqual({ version: 4 });
    expect(await bench.sql(`SELECT state, note FROM eingang WHERE id = $1`, [eingangId])).toEqual([
      { state: 'geprueft', note: null },
    ]);
    expect((await bench.protokoll(eingangId)).at(-1)).toMatchObject({ action: 'posteingang.resumeEingang' });
  });
});
