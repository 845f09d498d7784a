import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { acceptedEingang, examinedEingang, forwardedEingang } from '../../test/support/eingaenge.js';
import { openedVorgang, versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { acceptEingang } from './accept-eingang.js';
import { assignEingang } from './assign-eingang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function accept(eingangId: string, login = 'jana.petersen', version?: number) {
  const known = version ?? (await versionOf(bench, 'eingang', eingangId));
  return bench.perform(login, acceptEingang, { eingangId, version: known });
}

async function file(eingangId: string, login: string) {
  const { vorgangId } = await openedVorgang(bench);
  const target = { kind: 'vorgang', vorgangId } as const;
  const version = await versionOf(bench, 'eingang', eingangId);
  const input = { eingangId, version, target, betreff: 'Brief', letterDate: null, processId: null };
  return bench.perform(login, assignEingang, input);
}

describe('acceptEingang', () => {
  it('refuses whoever lacks the permission', async () => {
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await accept(eingangId, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses everybody whom it was not given to', async () => {
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await accept(eingangId, 'deniz.aydin')).toMatchObject({ code: 'platform.notFound' });
    expect(await accept(eingangId, 'ines.vogt')).toMatchObject({ code: 'posteingang.forwarded' });
  });

  it('refuses what nobody has forwarded, what is stale, and what is not there', async () => {
    expect(await accept(await examinedEingang(bench), 'ines.vogt')).toMatchObject({ code: 'posteingang.notForwarded' });
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await accept(eingangId, 'jana.petersen', 1)).toMatchObject({ code: 'platform.stale' });
    expect(await accept(newId(), 'jana.petersen', 1)).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a second person of the same unit, and lets one of two who accept at once have it', async () => {
    await bench.sql(
      `UPDATE person SET unit_id = (SELECT id FROM unit WHERE code = '20.31') WHERE login = 'deniz.aydin'`,
    );
    const eingangId = await forwardedEingang(bench, { unit: '20.31' });
    const answers = await Promise.all([accept(eingangId), accept(eingangId, 'deniz.aydin')]);
    const codes = answers.map((answer) => ('code' in answer ? answer.code : 'accepted')).sort();
    expect(codes[0]).toBe('accepted');
    expect(['platform.notFound', 'posteingang.forwarded']).toContain(codes[1]);
  });

  it('F14 makes it theirs to file, and nobody else can do so meanwhile', async () => {
    const eingangId = await forwardedEingang(bench, { login: 'jana.petersen' });
    expect(await file(eingangId, 'jana.petersen')).toMatchObject({ code: 'posteingang.notAccepted' });
    done(await accept(eingangId));
    expect(await accept(eingangId)).toMatchObject({ code: 'posteingang.alreadyAccepted' });
    expect(await file(eingangId, 'ines.vogt')).toMatchObject({ code: 'posteingang.forwarded' });
    const filed = done(await file(eingangId, 'jana.petersen'));
    expect(filed.dokumentId).toEqual(expect.any(String));
    expect((await bench.protokoll(eingangId)).map(({ action }) => action)).toEqual([
      'posteingang.receiveEingang',
      'posteingang.recordExamination',
      'posteingang.forwardEingang',
      'posteingang.acceptEingang',
    ]);
  });

  it('F14 shows it also to whoever stands in for the receiver', async () => {
    const eingangId = await acceptedEingang(bench, { login: 'jana.petersen' }, 'jana.petersen');
    await bench.sql(
      `INSERT INTO vertretung (id, mandant_id, person_id, deputy_id, from_day, until_day)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $4)`,
      [bench.mandantId, bench.personId('jana.petersen'), bench.personId('ruth.lindqvist'), bench.clock.today()],
    );
    done(await file(eingangId, 'ruth.lindqvist'));
  });
});
