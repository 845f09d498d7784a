import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { protectedFor, sees } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { grantTemporaryRight } from './grant-temporary-right.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const DAY = 86_400_000;

const grant = (vorgangId: string, own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, grantTemporaryRight, {
    vorgangId,
    personId: bench.personId('tomasz.sliwa'),
    until: bench.clock.today(),
    reason: 'Akteneinsicht',
    ...own,
  });

describe('grantTemporaryRight', () => {
  it('refuses whoever lacks the permission, and whoever does not manage the Vorgang', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await grant(vorgangId, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await grant(vorgangId, {}, 'ruth.lindqvist')).toMatchObject({ code: 'access.mayNotManage' });
  });

  it('refuses an unknown Vorgang and an unknown person', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await grant(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await grant(vorgangId, { personId: newId() })).toMatchObject({ code: 'access.unknownSubject' });
  });

  it('refuses a day that has passed, one more than a year away, and days that there are not', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await grant(vorgangId, { until: '2026-11-01' })).toMatchObject({ code: 'access.dayPassed' });
    expect(await grant(vorgangId, { until: '2028-01-01' })).toMatchObject({ code: 'access.dayTooFar' });
    for (const until of ['0000-01-01', '2027-02-30', '99999-01-01', 'morgen']) {
      expect(await grant(vorgangId, { until })).toMatchObject({ code: 'platform.invalidInput' });
    }
  });

  it('lets the person read this Vorgang and no other of its Akte, up to and including the day', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    await protectedFor(bench, akteId);
    const dokumentId = await addedDokument(bench, vorgangId);
    const other = await bench.run(openVorgang, { akteId, betreff: 'Anderes' });
    expect(await sees(bench, 'tomasz.sliwa', 'vorgang', vorgangId)).toBe(false);
    expect(await grant(vorgangId)).toHaveProperty('temporaryRightId');
    const seen = async () => ({
      akte: await sees(bench, 'tomasz.sliwa', 'akte', akteId),
      vorgang: await sees(bench, 'tomasz.sliwa', 'vorgang', vorgangId),
      dokument: await sees(bench, 'tomasz.sliwa', 'dokument', dokumentId),
      other: await sees(bench, 'tomasz.sliwa', 'vorgang', (other as { vorgangId: string }).vorgangId),
    });
    expect(await seen()).toEqual({ akte: true, vorgang: true, dokument: true, other: false });
    bench.clock.advance(DAY);
    expect(await seen()).toEqual({ akte: false, vorgang: false, dokument: false, other: false });
  });
});
