import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang, versionOf } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { forwardAufgabe } from './forward-aufgabe.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** An Aufgabe of jana.petersen. */
async function janas(): Promise<{ aufgabeId: string; vorgangId: string }> {
  const { vorgangId } = await openedVorgang(bench);
  return { vorgangId, aufgabeId: await createdAufgabe(bench, vorgangId) };
}

async function forward(aufgabeId: string, to: string, giver = 'jana.petersen', note = 'Kennt das Objekt') {
  const version = await versionOf(bench, 'aufgabe', aufgabeId);
  return bench.perform(giver, forwardAufgabe, { aufgabeId, version, personId: to, note });
}

describe('forwardAufgabe', () => {
  it('refuses whoever lacks the permission', async () => {
    const { aufgabeId } = await janas();
    expect(await forward(aufgabeId, bench.personId('deniz.aydin'), 'amir.rakimov')).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses an Aufgabe of somebody else', async () => {
    const { aufgabeId } = await janas();
    expect(await forward(aufgabeId, bench.personId('tomasz.sliwa'), 'deniz.aydin')).toMatchObject({
      code: 'aufgabe.notYours',
    });
  });

  it('refuses an unknown person', async () => {
    const { aufgabeId } = await janas();
    expect(await forward(aufgabeId, newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a person who is switched off', async () => {
    const { aufgabeId } = await janas();
    const personId = bench.personId('deniz.aydin');
    await bench.sql(`UPDATE person SET active = false WHERE id = $1`, [personId]);
    expect(await forward(aufgabeId, personId)).toMatchObject({ code: 'platform.notFound' });
    await bench.sql(`UPDATE person SET active = true WHERE id = $1`, [personId]);
  });

  it('refuses a person without the role, and names them', async () => {
    const { aufgabeId } = await janas();
    expect(await forward(aufgabeId, bench.personId('ruth.lindqvist'))).toMatchObject({
      code: 'aufgabe.wrongRecipient',
      message: { de: expect.stringContaining('Dr. Ruth Lindqvist') },
    });
  });

  it('refuses a note of a book', async () => {
    const { aufgabeId } = await janas();
    const answer = await forward(aufgabeId, bench.personId('deniz.aydin'), 'jana.petersen', 'x'.repeat(2_001));
    expect(answer).toMatchObject({ code: 'platform.invalidInput', message: { en: expect.stringContaining('note') } });
  });

  it('hands it over to a colleague of another unit, with the note, and can be handed back', async () => {
    const { aufgabeId, vorgangId } = await janas();
    expect(await forward(aufgabeId, bench.personId('deniz.aydin'))).toEqual({ version: 2 });
    expect(await bench.sql(`SELECT assignee_id AS id, handover FROM aufgabe WHERE id = $1`, [aufgabeId])).toEqual([
      {
        id: bench.personId('deniz.aydin'),
        handover: { from: 'Jana Petersen', note: 'Kennt das Objekt', at: '2026-11-24T09:00:00.000Z' },
      },
    ]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'aufgabe.forwardAufgabe',
      payload: { note: 'Kennt das Objekt', text: { de: 'Weitergegeben an Deniz Aydın: Bearbeiten: Angebot' } },
    });
    expect(await forward(aufgabeId, bench.personId('jana.petersen'))).toMatchObject({ code: 'aufgabe.notYours' });
    expect(await forward(aufgabeId, bench.personId('jana.petersen'), 'deniz.aydin')).toEqual({ version: 3 });
  });
});
