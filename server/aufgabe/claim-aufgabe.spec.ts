import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { claimAufgabe } from './claim-aufgabe.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** An Aufgabe that three people may do. */
async function ofGroup(): Promise<{ aufgabeId: string; vorgangId: string }> {
  const { vorgangId } = await openedVorgang(bench);
  return { vorgangId, aufgabeId: await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' }) };
}

const claim = (login: string, aufgabeId: string, version = 1) =>
  bench.perform(login, claimAufgabe, { aufgabeId, version });

describe('claimAufgabe', () => {
  it('refuses whoever lacks the permission', async () => {
    const { aufgabeId } = await ofGroup();
    expect(await claim('amir.rakimov', aufgabeId)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses whoever lacks the role', async () => {
    const { aufgabeId } = await ofGroup();
    expect(await claim('ruth.lindqvist', aufgabeId)).toMatchObject({ code: 'aufgabe.notYours' });
  });

  it('refuses an Aufgabe that somebody else has claimed', async () => {
    const { aufgabeId } = await ofGroup();
    await claim('deniz.aydin', aufgabeId);
    expect(await claim('tomasz.sliwa', aufgabeId, 2)).toMatchObject({ code: 'aufgabe.notYours' });
  });

  it('gives it to one of three people who claim at once', async () => {
    const { aufgabeId } = await ofGroup();
    const people = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'];
    const answers = await Promise.all(people.map((login) => claim(login, aufgabeId)));
    const codes = answers.map((answer) => ('code' in answer ? answer.code : 'claimed'));
    expect(codes.sort()).toEqual(['aufgabe.notYours', 'aufgabe.notYours', 'claimed']);
  });

  it('takes it for oneself, and the history of the Vorgang says so', async () => {
    const { aufgabeId, vorgangId } = await ofGroup();
    expect(await claim('deniz.aydin', aufgabeId)).toEqual({ version: 2 });
    expect(await bench.sql(`SELECT assignee_id AS id FROM aufgabe WHERE id = $1`, [aufgabeId])).toEqual([
      { id: bench.personId('deniz.aydin') },
    ]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'aufgabe.claimAufgabe',
      payload: { aufgabeId, text: { de: 'Übernommen: Bearbeiten: Angebot' } },
    });
  });
});
