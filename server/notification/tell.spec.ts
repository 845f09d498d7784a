import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedDokument, createdAufgabe, openedVorgang, versionOf } from '../../test/support/records.js';
import { toldOf } from '../../test/support/told.js';
import { closeZdA } from '../akte/close-zda.js';
import { assignAufgabe } from '../aufgabe/assign-aufgabe.js';
import { claimAufgabe } from '../aufgabe/claim-aufgabe.js';
import { completeAufgabe } from '../aufgabe/complete-aufgabe.js';
import { forwardAufgabe } from '../aufgabe/forward-aufgabe.js';
import { releaseAufgabe } from '../aufgabe/release-aufgabe.js';
import { transferAufgabe } from '../aufgabe/transfer-aufgabe.js';
import { withdrawAufgabe } from '../aufgabe/withdraw-aufgabe.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const [jana, deniz, tomasz] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'] as const;
const someone = (login: string) => ({ assigneeId: bench.personId(login), candidateRole: 'mitzeichnung' as const });
const everybody = async (aufgabeId: string) =>
  // The clock stands still, so that the order of what was told says nothing.
  Promise.all([jana, deniz, tomasz].map(async (login) => (await toldOf(bench, login, { aufgabeId })).toSorted()));

describe('whoever is told', () => {
  it('is never the one who has done it, nor somebody whom it does not concern', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, someone(jana));
    expect(await everybody(aufgabeId)).toEqual([['new'], [], []]);
    const version = await versionOf(bench, 'aufgabe', aufgabeId);
    done(await bench.perform(jana, releaseAufgabe, { aufgabeId, version }));
    expect(await everybody(aufgabeId)).toEqual([[], ['new'], ['new']]);
  });

  it('is the group, until one of it has taken the Aufgabe', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' });
    expect(await everybody(aufgabeId)).toEqual([['new'], ['new'], ['new']]);
    done(await bench.perform(deniz, claimAufgabe, { aufgabeId, version: 1 }));
    expect(await everybody(aufgabeId)).toEqual([[], [], []]);
  });

  it('is whoever gets an Aufgabe, and whoever had it where somebody else has given it away', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, someone(jana));
    const to = { aufgabeId, version: 1, personId: bench.personId(deniz), note: '' };
    done(await bench.perform(jana, forwardAufgabe, to));
    expect(await everybody(aufgabeId)).toEqual([[], ['handed'], []]);
    const reason = 'Urlaub';
    done(await bench.perform('ruth.lindqvist', assignAufgabe, { aufgabeId, toId: bench.personId(tomasz), reason }));
    expect(await everybody(aufgabeId)).toEqual([[], ['taken'], ['handed']]);
    const left = { aufgabeId, fromId: bench.personId(tomasz), toId: null, reason };
    done(await bench.perform('kim.okafor', transferAufgabe, left));
    expect(await everybody(aufgabeId)).toEqual([['new'], ['new', 'taken'], ['new', 'taken']]);
  });

  it('is whoever had an Aufgabe that the process has taken back', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const job = { key: '1', instanceKey: '2', elementId: 'pruefen' };
    const aufgabeId = await createdAufgabe(bench, vorgangId, { ...someone(deniz), job });
    done(await bench.run(withdrawAufgabe, { jobKey: '1' }));
    expect(await everybody(aufgabeId)).toEqual([[], ['taken'], []]);
  });

  it('of the end of a Vorgang, and that it was refused, is whoever has worked on it', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await addedDokument(bench, vorgangId);
    const aufgabeId = await createdAufgabe(bench, vorgangId, someone(tomasz));
    done(await bench.perform(tomasz, completeAufgabe, { aufgabeId, version: 1, data: {} }));
    const refusal = await createdAufgabe(bench, vorgangId, { ...someone(jana), art: 'rueckweisung' });
    expect(await toldOf(bench, tomasz, { vorgangId })).toEqual(['refused']);
    done(await bench.perform(jana, completeAufgabe, { aufgabeId: refusal, version: 1, data: {} }));
    const version = await versionOf(bench, 'vorgang', vorgangId);
    done(await bench.perform(jana, closeZdA, { vorgangId, version }));
    expect(await toldOf(bench, tomasz, { vorgangId })).toEqual(expect.arrayContaining(['closed', 'refused']));
    expect(await toldOf(bench, jana, { vorgangId })).toEqual([]);
    expect(await toldOf(bench, deniz, { vorgangId })).toEqual([]);
  });
});
