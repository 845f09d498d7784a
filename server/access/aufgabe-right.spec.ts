import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { protectedFor, sees } from '../../test/support/rights.js';
import { claimAufgabe } from '../aufgabe/claim-aufgabe.js';
import { completeAufgabe } from '../aufgabe/complete-aufgabe.js';
import { forwardAufgabe } from '../aufgabe/forward-aufgabe.js';
import { releaseAufgabe } from '../aufgabe/release-aufgabe.js';
import { closeZdA } from '../akte/close-zda.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const [jana, deniz, tomasz] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'] as const;

/** A Vorgang of a protected Akte that nobody of them sees by a rule. */
async function hiddenVorgang(): Promise<string> {
  const { akteId, vorgangId } = await openedVorgang(bench);
  await protectedFor(bench, akteId);
  await addedDokument(bench, vorgangId);
  return vorgangId;
}

const whoSees = async (vorgangId: string) => {
  const seeing: string[] = [];
  for (const login of [jana, deniz, tomasz]) {
    if (await sees(bench, login, 'vorgang', vorgangId)) seeing.push(login);
  }
  return seeing;
};

describe('the right that an open Aufgabe gives', () => {
  it('F46 is to read, not to write: whoever has the Aufgabe cannot close the Vorgang', async () => {
    const vorgangId = await hiddenVorgang();
    await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId(jana), art: 'zda' });
    const answer = await bench.perform(jana, closeZdA, { vorgangId, version: 1 });
    expect(answer).toMatchObject({ code: 'access.mayNotWork' });
  });

  it('F46 is the group’s until somebody has taken it, and then theirs alone', async () => {
    const vorgangId = await hiddenVorgang();
    const aufgabeId = await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung', art: 'mitzeichnung' });
    expect(await whoSees(vorgangId)).toEqual([jana, deniz, tomasz]);
    await bench.perform(deniz, claimAufgabe, { aufgabeId, version: 1 });
    expect(await whoSees(vorgangId)).toEqual([deniz]);
    await bench.perform(deniz, releaseAufgabe, { aufgabeId, version: 2 });
    expect(await whoSees(vorgangId)).toEqual([jana, deniz, tomasz]);
  });

  it('F46 goes over to whoever the Aufgabe is handed to', async () => {
    const vorgangId = await hiddenVorgang();
    const own = { assigneeId: bench.personId(jana), candidateRole: 'mitzeichnung', art: 'mitzeichnung' } as const;
    const aufgabeId = await createdAufgabe(bench, vorgangId, own);
    expect(await whoSees(vorgangId)).toEqual([jana]);
    const handover = { aufgabeId, version: 1, personId: bench.personId(tomasz), note: '' };
    expect(await bench.perform(jana, forwardAufgabe, handover)).toEqual({ version: 2 });
    expect(await whoSees(vorgangId)).toEqual([tomasz]);
  });

  it('F46 ends when the Aufgabe is done', async () => {
    const vorgangId = await hiddenVorgang();
    const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId(deniz) });
    expect(await whoSees(vorgangId)).toEqual([deniz]);
    expect(await bench.perform(deniz, completeAufgabe, { aufgabeId, version: 1, data: {} })).toEqual({ aufgabeId });
    expect(await whoSees(vorgangId)).toEqual([]);
  });
});
