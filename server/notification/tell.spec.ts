import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedDokument, createdAufgabe, openedVorgang, versionOf } from '../../test/support/records.js';
import { bellOf, toldOf } from '../../test/support/told.js';
import { closeZdA } from '../akte/close-zda.js';
import { assignAufgabe } from '../aufgabe/assign-aufgabe.js';
import { claimAufgabe } from '../aufgabe/claim-aufgabe.js';
import { completeAufgabe } from '../aufgabe/complete-aufgabe.js';
import { forwardAufgabe } from '../aufgabe/forward-aufgabe.js';
import { releaseAufgabe } from '../aufgabe/release-aufgabe.js';
import { transferAufgabe } from '../aufgabe/transfer-aufgabe.js';
import { withdrawAufgabe } from '../aufgabe/withdraw-aufgabe.js';
import { receiveErsuchen } from '../ersuchen/receive-ersuchen.js';
import { refuseErsuchen } from '../ersuchen/refuse-ersuchen.js';
import { newId } from '../platform/ids.js';
import { markNotifications } from './mark-notifications.js';

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

describe('an Ersuchen of another Mandant', () => {
  const received = async (stufe: 'offen' | 'vertraulich') => {
    const id = newId();
    const question = { betreff: 'Halterauskunft', question: 'Wer?', frist: null, stufe, dokumente: [] };
    done(await bench.run(receiveErsuchen, { id, comingFrom: newId(), fromName: 'Gemeinde Ostfeld', ...question }));
    return id;
  };
  const groupsOf = async (login: string) => (await bellOf(bench, login)).streams.flatMap(({ groups }) => groups);

  it('F39 is not told to whoever may not accept it, nor to whoever is not cleared for it', async () => {
    await received('offen');
    for (const login of [jana, tomasz]) expect(await groupsOf(login)).toEqual([]);
    await received('vertraulich');
    expect(await groupsOf('ines.vogt')).toHaveLength(1);
  });

  it('F39 is told to all who may accept it, each reads for themselves, and nobody hears of it once it is refused', async () => {
    const id = await received('offen');
    const [group, ...more] = await groupsOf('ines.vogt');
    expect([group, more]).toMatchObject([
      {
        ...{ vorgang: null, ersuchen: { id, other: 'Gemeinde Ostfeld', betreff: 'Halterauskunft' } },
        entries: [{ kind: 'asked', state: 'unread', aufgabe: null }],
      },
      [],
    ]);
    const ids = group?.entries.map((entry) => entry.id) ?? [];
    done(await bench.perform('ines.vogt', markNotifications, { ids, state: 'read' }));
    expect(await bellOf(bench, 'ines.vogt')).toMatchObject({ unread: 0 });
    expect(await bellOf(bench, 'helga.brandt')).toMatchObject({ unread: 1 });
    const refusing = { ersuchenId: id, version: 1, reason: 'Nicht zuständig' };
    done(await bench.perform('helga.brandt', refuseErsuchen, refusing));
    for (const login of ['ines.vogt', 'helga.brandt']) expect(await groupsOf(login)).toEqual([]);
  });
});
