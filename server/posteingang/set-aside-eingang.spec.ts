import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { examinedEingang, receivedEingang } from '../../test/support/eingaenge.js';
import { versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { setAsideEingang } from './set-aside-eingang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function setAside(eingangId: string, note = 'Absender unbekannt', login = 'ines.vogt') {
  const version = await versionOf(bench, 'eingang', eingangId);
  return bench.perform(login, setAsideEingang, { eingangId, version, note });
}

describe('setAsideEingang', () => {
  it('refuses whoever lacks the permission', async () => {
    expect(await setAside(await examinedEingang(bench), 'Grund', 'tomasz.sliwa')).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it.each(['', '   ', 'x'.repeat(2_001)])('refuses a reason that is none or a book', async (note) => {
    expect(await setAside(await examinedEingang(bench), note)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses what is still being examined, what is in quarantine, and what is not there', async () => {
    expect(await setAside(await receivedEingang(bench))).toMatchObject({ code: 'posteingang.notExamined' });
    const quarantined = await examinedEingang(bench, { outcome: 'quarantaene' });
    expect(await setAside(quarantined)).toMatchObject({ code: 'posteingang.quarantined' });
    const unknown = { eingangId: newId(), version: 1, note: 'Grund' };
    expect(await bench.perform('ines.vogt', setAsideEingang, unknown)).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a stale version', async () => {
    const input = { eingangId: await examinedEingang(bench), version: 1, note: 'Grund' };
    expect(await bench.perform('ines.vogt', setAsideEingang, input)).toMatchObject({ code: 'platform.stale' });
  });

  it('puts it aside with the reason as it was typed, in both languages', async () => {
    const eingangId = await examinedEingang(bench);
    expect(await setAside(eingangId, ' Absender unbekannt ')).toEqual({ version: 3 });
    expect(await bench.sql(`SELECT state, note FROM eingang WHERE id = $1`, [eingangId])).toEqual([
      { state: 'klaerung', note: { de: 'Absender unbekannt', en: 'Absender unbekannt' } },
    ]);
    expect((await bench.protokoll(eingangId)).at(-1)).toMatchObject({
      action: 'posteingang.setAsideEingang',
      correlationId: eingangId,
      payload: { note: 'Absender unbekannt' },
    });
  });
});
