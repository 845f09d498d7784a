import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang, versionOf } from '../../test/support/records.js';
import { claimAufgabe } from './claim-aufgabe.js';
import { forwardAufgabe } from './forward-aufgabe.js';
import { releaseAufgabe } from './release-aufgabe.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function ofGroup(): Promise<string> {
  const { vorgangId } = await openedVorgang(bench);
  return createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' });
}

async function claimed(login: string): Promise<string> {
  const aufgabeId = await ofGroup();
  await bench.perform(login, claimAufgabe, { aufgabeId, version: 1 });
  return aufgabeId;
}

const release = async (login: string, aufgabeId: string) =>
  bench.perform(login, releaseAufgabe, { aufgabeId, version: await versionOf(bench, 'aufgabe', aufgabeId) });

describe('releaseAufgabe', () => {
  it('refuses whoever lacks the permission', async () => {
    expect(await release('amir.rakimov', await claimed('deniz.aydin'))).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses an Aufgabe of somebody else', async () => {
    expect(await release('tomasz.sliwa', await claimed('deniz.aydin'))).toMatchObject({ code: 'aufgabe.notYours' });
  });

  it('refuses an Aufgabe that belongs to the group anyway', async () => {
    expect(await release('deniz.aydin', await ofGroup())).toMatchObject({ code: 'aufgabe.notClaimed' });
  });

  it('refuses an Aufgabe that only this person can have', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const assigneeId = bench.personId('deniz.aydin');
    const aufgabeId = await createdAufgabe(bench, vorgangId, { assigneeId, candidateRole: null });
    expect(await release('deniz.aydin', aufgabeId)).toMatchObject({ code: 'aufgabe.notClaimed' });
  });

  it('refuses a stale version', async () => {
    const aufgabeId = await claimed('deniz.aydin');
    const answer = await bench.perform('deniz.aydin', releaseAufgabe, { aufgabeId, version: 1 });
    expect(answer).toMatchObject({ code: 'platform.stale' });
  });

  it('gives it back to the group, without the note it was handed over with', async () => {
    const aufgabeId = await claimed('deniz.aydin');
    const forwarded = { aufgabeId, version: 2, personId: bench.personId('tomasz.sliwa'), note: 'Bitte Sie' };
    await bench.perform('deniz.aydin', forwardAufgabe, forwarded);
    expect(await release('tomasz.sliwa', aufgabeId)).toEqual({ version: 4 });
    expect(await bench.sql(`SELECT assignee_id AS id, handover FROM aufgabe WHERE id = $1`, [aufgabeId])).toEqual([
      { id: null, handover: null },
    ]);
    expect(await bench.perform('jana.petersen', claimAufgabe, { aufgabeId, version: 4 })).toEqual({ version: 5 });
  });
});
