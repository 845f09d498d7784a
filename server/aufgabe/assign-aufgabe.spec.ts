import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { assignAufgabe } from './assign-aufgabe.js';
import type { CreateAufgabeInput } from './create-aufgabe.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** An Aufgabe with whom the test says; where it names nobody, with its group, although one person alone could do it. */
async function someAufgabe(own: Partial<CreateAufgabeInput> = {}) {
  const { vorgangId } = await openedVorgang(bench);
  const aufgabeId = await createdAufgabe(bench, vorgangId, own);
  await bench.sql(`UPDATE aufgabe SET assignee_id = $2 WHERE id = $1`, [aufgabeId, own.assigneeId ?? null]);
  return { vorgangId, aufgabeId };
}

const assign = (aufgabeId: string, to: string | null, login = 'ruth.lindqvist', reason = 'Urlaubsvertretung') =>
  bench.perform(login, assignAufgabe, { aufgabeId, reason, toId: to === null ? null : bench.personId(to) });
const assignee = (aufgabeId: string) =>
  bench.sql(`SELECT assignee_id AS id, handover FROM aufgabe WHERE id = $1`, [aufgabeId]).then(([row]) => row);

describe('assignAufgabe', () => {
  it('F31 refuses whoever coordinates nothing', async () => {
    const { aufgabeId } = await someAufgabe();
    for (const login of ['jana.petersen', 'helga.brandt', 'kim.okafor']) {
      expect(await assign(aufgabeId, 'jana.petersen', login)).toMatchObject({ code: 'identity.notPermitted' });
    }
  });

  it('F31 refuses what is not there, what another area has, and what a group of the whole house has', async () => {
    expect(await assign(newId(), null)).toMatchObject({ code: 'platform.notFound' });
    const elsewhere = await someAufgabe({ assigneeId: bench.personId('helga.brandt'), candidateRole: 'registratur' });
    expect(await assign(elsewhere.aufgabeId, null)).toMatchObject({ code: 'platform.notFound' });
    const ofHouse = await someAufgabe({ candidateRole: 'kasse' });
    expect(await assign(ofHouse.aufgabeId, 'tomasz.sliwa')).toMatchObject({ code: 'platform.notFound' });
  });

  it('F31 refuses what is done or withdrawn', async () => {
    const { aufgabeId } = await someAufgabe();
    const jana = bench.personId('jana.petersen');
    await bench.sql(`UPDATE aufgabe SET state = 'erledigt', completed_by = $2 WHERE id = $1`, [aufgabeId, jana]);
    expect(await assign(aufgabeId, 'jana.petersen')).toMatchObject({ code: 'aufgabe.alreadyDone' });
    await bench.sql(`UPDATE aufgabe SET state = 'entfallen', completed_by = NULL WHERE id = $1`, [aufgabeId]);
    expect(await assign(aufgabeId, 'jana.petersen')).toMatchObject({ code: 'aufgabe.withdrawn' });
  });

  it('F31 refuses a receiver of another area, without the role, without clearance, or who has it already', async () => {
    const { aufgabeId, vorgangId } = await someAufgabe();
    expect(await assign(aufgabeId, 'ines.vogt')).toMatchObject({ code: 'aufgabe.outsideArea' });
    expect(await assign(aufgabeId, 'tomasz.sliwa')).toMatchObject({ code: 'aufgabe.wrongRecipient' });
    expect(await assign(aufgabeId, null)).toMatchObject({ code: 'aufgabe.liesThere' });
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'vertraulich' WHERE id = $1`, [vorgangId]);
    expect(await assign(aufgabeId, 'jana.petersen')).toMatchObject({ code: 'aufgabe.recipientNotCleared' });
  });

  it('F31 refuses to give back to a group what was never for one, and a reason that says nothing', async () => {
    const { aufgabeId } = await someAufgabe({ assigneeId: bench.personId('jana.petersen'), candidateRole: null });
    expect(await assign(aufgabeId, null)).toMatchObject({ code: 'aufgabe.noGroup' });
    expect(await assign(aufgabeId, null, 'ruth.lindqvist', '')).toMatchObject({ code: 'platform.invalidInput' });
    expect(await assign(aufgabeId, null, 'ruth.lindqvist', 'so \u202Eherum')).toMatchObject({
      code: 'platform.invalidInput',
    });
  });

  it('F31 gives what the group has to somebody, who sees from whom and why; the reason stands in the Vorgang', async () => {
    const { aufgabeId, vorgangId } = await someAufgabe();
    expect(await assign(aufgabeId, 'jana.petersen')).toEqual({ fromId: null });
    expect(await assignee(aufgabeId)).toMatchObject({
      id: bench.personId('jana.petersen'),
      handover: { from: 'Dr. Ruth Lindqvist', note: 'Urlaubsvertretung' },
    });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'aufgabe.assignAufgabe',
      payload: { reason: 'Urlaubsvertretung', text: { de: expect.stringContaining('Zugeteilt an Jana Petersen') } },
    });
  });

  it('F31 takes it from one and gives it to another, or back to the group, and back again', async () => {
    const { aufgabeId } = await someAufgabe({ assigneeId: bench.personId('jana.petersen') });
    expect(await assign(aufgabeId, 'deniz.aydin')).toEqual({ fromId: bench.personId('jana.petersen') });
    expect(await assign(aufgabeId, null)).toEqual({ fromId: bench.personId('deniz.aydin') });
    expect(await assign(aufgabeId, 'deniz.aydin')).toEqual({ fromId: null });
  });
});
