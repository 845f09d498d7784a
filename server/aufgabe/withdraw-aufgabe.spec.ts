import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { completeAufgabe } from './complete-aufgabe.js';
import { withdrawAufgabe } from './withdraw-aufgabe.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function ofJob(): Promise<{ aufgabeId: string; jobKey: string }> {
  const { vorgangId } = await openedVorgang(bench);
  const job = { key: newId(), instanceKey: '7', elementId: 'Pruefen' };
  return { jobKey: job.key, aufgabeId: await createdAufgabe(bench, vorgangId, { job }) };
}

const stateOf = async (aufgabeId: string) =>
  (await bench.sql<{ state: string }>(`SELECT state FROM aufgabe WHERE id = $1`, [aufgabeId]))[0]?.state;

describe('withdrawAufgabe', () => {
  it('leaves alone what a person has completed before, and adds no audit row', async () => {
    const { aufgabeId, jobKey } = await ofJob();
    await bench.perform('jana.petersen', completeAufgabe, { aufgabeId, version: 1, data: {} });
    await bench.run(withdrawAufgabe, { jobKey });
    expect(await stateOf(aufgabeId)).toBe('erledigt');
    expect((await bench.protokoll(aufgabeId)).map(({ action }) => action)).toEqual(['aufgabe.createAufgabe']);
  });

  it('passes over a job that never had an Aufgabe', async () => {
    expect(await bench.run(withdrawAufgabe, { jobKey: newId() })).toEqual({});
  });

  it('takes the Aufgabe out of the inbox and tells whoever has it open', async () => {
    const { aufgabeId, jobKey } = await ofJob();
    await bench.run(withdrawAufgabe, { jobKey });
    expect(await stateOf(aufgabeId)).toBe('entfallen');
    expect(await bench.perform('jana.petersen', completeAufgabe, { aufgabeId, version: 1, data: {} })).toMatchObject({
      code: 'aufgabe.withdrawn',
    });
    expect((await bench.protokoll(aufgabeId)).at(-1)).toMatchObject({ action: 'aufgabe.withdrawAufgabe' });
  });
});
