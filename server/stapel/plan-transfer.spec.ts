import { appointVertretung } from '../access/appoint-vertretung.js';
import { checkOut } from '../dokument/check-out.js';
import { loadOpenWork } from '../identity/open-work.views.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { counts, shown, workOff } from '../../test/support/stapel.js';
import { planTransfer } from './plan-transfer.js';
import { startStapel } from './start-stapel.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const all = { checkouts: 'release', vertretungen: 'end', reason: 'verlässt das Amt' } as const;
const plan = (login: string, from: string, to: string | null) =>
  bench.perform(login, planTransfer, {
    ...{ ...all, personId: bench.personId(from) },
    aufgaben: to === null ? { to: 'group' } : { to: 'person', personId: bench.personId(to) },
  });
const work = (login: string, of: string) =>
  bench.runner.transaction(bench.as(login), (tx) => loadOpenWork(tx, bench.personId(of)));

describe('planTransfer', () => {
  it('F36 refuses whoever lacks the permission, and a Leitung for people outside its unit', async () => {
    expect(await plan('jana.petersen', 'deniz.aydin', null)).toMatchObject({ code: 'identity.notPermitted' });
    expect(await plan('ruth.lindqvist', 'ines.vogt', null)).toMatchObject({ code: 'platform.notFound' });
    expect(await work('ruth.lindqvist', 'ines.vogt')).toMatchObject({ code: 'platform.notFound' });
  });

  it('F36 refuses where nothing lies with the person', async () => {
    expect(await plan('kim.okafor', 'amir.rakimov', null)).toMatchObject({ code: 'stapel.empty' });
  });

  it('F36 counts what lies with somebody who leaves, and hands all of it on in one batch', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const jana = { assigneeId: bench.personId('jana.petersen') };
    const [free, bound] = [
      await createdAufgabe(bench, vorgangId, jana),
      await createdAufgabe(bench, vorgangId, { ...jana, candidateRole: null }),
    ];
    const dokumentId = await addedDokument(bench, vorgangId, { state: 'entwurf' });
    await bench.perform('jana.petersen', checkOut, { dokumentId, version: 1 });
    const day = bench.clock.today();
    const people = { personId: bench.personId('deniz.aydin'), deputyId: bench.personId('jana.petersen') };
    await bench.perform('kim.okafor', appointVertretung, {
      ...people,
      from: day,
      until: day,
      aktenplaneinheitId: null,
    });
    expect(await work('kim.okafor', 'jana.petersen')).toMatchObject({ aufgaben: 2, checkouts: 1, vertretungen: 1 });
    const { stapelId } = (await plan('kim.okafor', 'jana.petersen', null)) as { stapelId: string };
    await workOff(bench);
    expect(await shown(bench, 'kim.okafor', stapelId)).toMatchObject({
      total: 4,
      counts: counts({ bereit: 3, abgelehnt: 1 }),
    });
    await bench.perform('kim.okafor', startStapel, { stapelId });
    await workOff(bench);
    expect(await shown(bench, 'kim.okafor', stapelId)).toMatchObject({ state: 'fertig', counts: { erledigt: 3 } });
    expect(await work('kim.okafor', 'jana.petersen')).toMatchObject({ aufgaben: 1, checkouts: 0, vertretungen: 0 });
    expect(
      await bench.sql(`SELECT assignee_id AS id FROM aufgabe WHERE id = ANY($1) ORDER BY id = $2`, [
        [free, bound],
        bound,
      ]),
    ).toEqual([{ id: null }, { id: bench.personId('jana.petersen') }]);
  });
});
