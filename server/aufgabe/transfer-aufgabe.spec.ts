import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import type { CreateAufgabeInput } from './create-aufgabe.js';
import { transferAufgabe } from './transfer-aufgabe.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** An Aufgabe that lies with Jana. */
async function hers(own: Partial<CreateAufgabeInput> = {}) {
  const { vorgangId } = await openedVorgang(bench);
  const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId('jana.petersen'), ...own });
  return { vorgangId, aufgabeId };
}

const transfer = (aufgabeId: string, to: string | null, login = 'kim.okafor', from = 'jana.petersen') =>
  bench.perform(login, transferAufgabe, {
    ...{ aufgabeId, fromId: bench.personId(from), reason: 'verlässt das Amt' },
    toId: to === null ? null : bench.personId(to),
  });
const assignee = (aufgabeId: string) =>
  bench.sql(`SELECT assignee_id AS id FROM aufgabe WHERE id = $1`, [aufgabeId]).then(([row]) => row);

describe('transferAufgabe', () => {
  it('refuses whoever lacks the permission, and a Leitung for people outside its unit', async () => {
    const { aufgabeId } = await hers();
    expect(await transfer(aufgabeId, 'deniz.aydin', 'helga.brandt')).toMatchObject({ code: 'identity.notPermitted' });
    const other = await hers({ assigneeId: bench.personId('ines.vogt') });
    expect(await transfer(other.aufgabeId, null, 'ruth.lindqvist', 'ines.vogt')).toMatchObject({
      code: 'platform.notFound',
    });
  });

  it('refuses an Aufgabe that is not there, not hers, or done', async () => {
    const { aufgabeId } = await hers({ assigneeId: bench.personId('deniz.aydin') });
    expect(await transfer(newId(), null)).toMatchObject({ code: 'platform.notFound' });
    expect(await transfer(aufgabeId, null)).toMatchObject({ code: 'platform.notFound' });
    const done = await hers();
    await bench.sql(`UPDATE aufgabe SET state = 'entfallen' WHERE id = $1`, [done.aufgabeId]);
    expect(await transfer(done.aufgabeId, null)).toMatchObject({ code: 'aufgabe.alreadyDone' });
  });

  it('refuses a receiver without the role, herself, and one who is not cleared for the Vorgang', async () => {
    const { aufgabeId, vorgangId } = await hers();
    expect(await transfer(aufgabeId, 'ines.vogt')).toMatchObject({ code: 'aufgabe.wrongRecipient' });
    expect(await transfer(aufgabeId, 'jana.petersen')).toMatchObject({ code: 'platform.notFound' });
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [vorgangId]);
    expect(await transfer(aufgabeId, 'deniz.aydin')).toMatchObject({ code: 'aufgabe.recipientNotCleared' });
  });

  it('refuses to give back to a group what was never for one', async () => {
    const { aufgabeId } = await hers({ candidateRole: null });
    expect(await transfer(aufgabeId, null)).toMatchObject({ code: 'aufgabe.noGroup' });
  });

  it('hands it to another person, with the reason, by an administration that does not see the record', async () => {
    const { aufgabeId, vorgangId } = await hers();
    expect(await transfer(aufgabeId, 'deniz.aydin')).toEqual({ aufgabeId });
    expect(await assignee(aufgabeId)).toEqual({ id: bench.personId('deniz.aydin') });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'aufgabe.transferAufgabe',
      payload: { text: { de: expect.stringContaining('Von Jana Petersen an Deniz Aydın übergeben') } },
    });
  });

  it('gives it back to its group, by the Leitung of the unit', async () => {
    const { aufgabeId } = await hers();
    expect(await transfer(aufgabeId, null, 'ruth.lindqvist')).toEqual({ aufgabeId });
    expect(await assignee(aufgabeId)).toEqual({ id: null });
  });
});
