import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { isRejection } from '../contract/rejections.js';
import { loadAufgabe } from './aufgabe.views.js';
import { claimAufgabe } from './claim-aufgabe.js';
import { completeAufgabe } from './complete-aufgabe.js';
import { forwardAufgabe } from './forward-aufgabe.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function opens(login: string, aufgabeId: string): Promise<boolean> {
  const found = await bench.runner.transaction(bench.as(login), (tx) => loadAufgabe(tx, aufgabeId));
  return !isRejection(found);
}

async function whoOpens(aufgabeId: string): Promise<string[]> {
  const logins = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa', 'ines.vogt', 'helga.brandt'];
  const answers = await Promise.all(logins.map((login) => opens(login, aufgabeId)));
  return logins.filter((_login, index) => answers[index]);
}

describe('an Aufgabe', () => {
  it('is not opened by another unit, nor by another role', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await whoOpens(await createdAufgabe(bench, vorgangId))).toEqual(['jana.petersen']);
  });

  it('of a group is opened by the whole group, also when one of them has taken it', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const group = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'];
    const aufgabeId = await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' });
    expect(await whoOpens(aufgabeId)).toEqual(group);
    await bench.perform('deniz.aydin', claimAufgabe, { aufgabeId, version: 1 });
    expect(await whoOpens(aufgabeId)).toEqual(group);
  });

  it('is opened by whoever received it from another unit, also after it is done', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId);
    const handover = { aufgabeId, version: 1, personId: bench.personId('deniz.aydin'), note: '' };
    expect(await bench.perform('jana.petersen', forwardAufgabe, handover)).toEqual({ version: 2 });
    expect(await whoOpens(aufgabeId)).toEqual(['jana.petersen', 'deniz.aydin']);
    await bench.perform('deniz.aydin', completeAufgabe, { aufgabeId, version: 2, data: {} });
    expect(await whoOpens(aufgabeId)).toEqual(['jana.petersen', 'deniz.aydin']);
  });

  it('leaves no mark as read by somebody who may not open it', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId);
    await whoOpens(aufgabeId);
    const readers = await bench.sql(`SELECT person_id FROM aufgabe_read WHERE aufgabe_id = $1`, [aufgabeId]);
    expect(readers).toEqual([{ person_id: bench.personId('jana.petersen') }]);
  });

  it('stays unread while a page only reads it ahead', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId);
    const found = await bench.runner.transaction(bench.as('jana.petersen'), (tx) =>
      loadAufgabe(tx, aufgabeId, 'ahead'),
    );
    expect(found).toMatchObject({ id: aufgabeId, unread: true });
    expect(await bench.sql(`SELECT person_id FROM aufgabe_read WHERE aufgabe_id = $1`, [aufgabeId])).toEqual([]);
  });
});
