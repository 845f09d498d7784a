import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe, idOf, openedVorgang } from '../../test/support/records.js';
import { protectedFor, rule, sees } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { loadAccessRules } from './access.views.js';
import { appointVertretung } from './appoint-vertretung.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
  // Only units, roles and names count in here.
  await bench.sql(`DELETE FROM access_rule WHERE subject = 'house'`);
});
afterAll(() => bench.close());

const DAY = 86_400_000;
const today = () => bench.clock.today();
const in3Days = () => new Date(bench.clock.now().getTime() + 3 * DAY).toISOString().slice(0, 10);

const appoint = (own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, appointVertretung, {
    personId: bench.personId('jana.petersen'),
    deputyId: bench.personId('tomasz.sliwa'),
    from: today(),
    until: in3Days(),
    aktenplaneinheitId: null,
    ...own,
  });

/** A Vorgang that only the unit of jana.petersen works in. */
async function ofUnit(kennzeichen: string) {
  const opened = await openedVorgang(bench, kennzeichen);
  await protectedFor(bench, opened.akteId);
  const unit = { kind: 'unit', id: await idOf(bench, 'unit', 'code', '20.31') } as const;
  await rule(bench, { kind: 'akte', id: opened.akteId }, unit, 'work');
  return opened;
}

describe('appointVertretung', () => {
  it('refuses whoever lacks the permission', async () => {
    expect(await appoint({}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses unknown people and positions, oneself, and days that have passed', async () => {
    expect(await appoint({ personId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await appoint({ aktenplaneinheitId: newId() })).toMatchObject({ code: 'platform.notFound' });
    const deputyId = bench.personId('jana.petersen');
    expect(await appoint({ deputyId })).toMatchObject({ code: 'access.ownDeputy' });
    expect(await appoint({ from: '2026-01-01', until: '2026-01-31' })).toMatchObject({ code: 'access.dayPassed' });
    expect(await appoint({ from: in3Days(), until: today() })).toMatchObject({ code: 'access.dayPassed' });
  });

  it('gives the deputy what the absent person may by unit, from day to day, never what was given by name', async () => {
    const { vorgangId } = await ofUnit('20.31.04');
    const personal = await openedVorgang(bench, '20.31.04');
    await protectedFor(bench, personal.akteId, ['jana.petersen']);
    const seen = async () => [
      await sees(bench, 'tomasz.sliwa', 'vorgang', vorgangId),
      await sees(bench, 'tomasz.sliwa', 'vorgang', personal.vorgangId),
    ];
    expect(await seen()).toEqual([false, false]);
    expect(await appoint()).toHaveProperty('vertretungId');
    expect(await seen()).toEqual([true, false]);
    expect(await sees(bench, 'jana.petersen', 'vorgang', personal.vorgangId)).toBe(true);
    bench.clock.advance(4 * DAY);
    expect(await seen()).toEqual([false, false]);
  });

  it('holds on a part of the Aktenplan only, where one is named', async () => {
    const [inside, outside] = [await ofUnit('20.31.02'), await ofUnit('20.11.01')];
    const aktenplaneinheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '20.31');
    await appoint({ deputyId: bench.personId('ines.vogt'), aktenplaneinheitId });
    expect(await sees(bench, 'ines.vogt', 'vorgang', inside.vorgangId)).toBe(true);
    expect(await sees(bench, 'ines.vogt', 'vorgang', outside.vorgangId)).toBe(false);
  });

  it('F46 lets the deputy see what the Aufgaben of the absent person are about', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    await protectedFor(bench, akteId);
    const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId('jana.petersen') });
    expect(await sees(bench, 'deniz.aydin', 'aufgabe', aufgabeId)).toBe(false);
    await appoint({ deputyId: bench.personId('deniz.aydin') });
    expect(await sees(bench, 'deniz.aydin', 'aufgabe', aufgabeId)).toBe(true);
    expect(await sees(bench, 'deniz.aydin', 'vorgang', vorgangId)).toBe(true);
  });

  it('lends no clearance: what is classified higher stays out of sight', async () => {
    const { vorgangId } = await ofUnit('20.31.05');
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [vorgangId]);
    await bench.sql(`UPDATE person SET clearance = 'geheim' WHERE login = 'jana.petersen'`);
    await appoint({ deputyId: bench.personId('kim.okafor') });
    expect(await sees(bench, 'jana.petersen', 'vorgang', vorgangId)).toBe(true);
    expect(await sees(bench, 'kim.okafor', 'vorgang', vorgangId)).toBe(false);
  });

  it('F35 stands in the list of all Vertretungen, with both names, its days and its part', async () => {
    const aktenplaneinheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '20.31.05');
    const { vertretungId } = done(await appoint({ aktenplaneinheitId }));
    const { vertretungen } = done(await bench.runner.transaction(bench.as('helga.brandt'), loadAccessRules));
    expect(vertretungen.find(({ id }) => id === vertretungId)).toMatchObject({
      ...{ person: 'Jana Petersen', deputy: 'Tomasz Śliwa', from: today(), until: in3Days() },
      part: expect.stringMatching(/^20\.31\.05 /) as string,
    });
  });
});
