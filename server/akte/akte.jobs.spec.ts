import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Variables } from '../workflow/process-engine.js';
import { akteJobs } from './akte.jobs.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

function work(type: string, variables: Variables, objects: Partial<ObjectStore> = {}) {
  const worker = akteJobs({ ...bench.objects, ...objects })[type];
  if (!worker) throw new Error(`there is no worker ${type}`);
  const job = { key: newId(), type, instanceKey: newId(), elementId: 'Element', headers: {}, variables };
  return bench.runner.transaction(bench.system, (tx) => worker(tx, job));
}

async function filed() {
  const { vorgangId } = await openedVorgang(bench);
  return { vorgangId, vermerkId: await addedDokument(bench, vorgangId, { art: 'vermerk' }) };
}

const actionsOf = async (vorgangId: string) => (await bench.protokoll(vorgangId)).map(({ action }) => action);

describe('akte.ablegen', () => {
  it.each(['damaged', 'missing'] as const)('refuses bytes that are %s, and records no Ablage', async (state) => {
    const variables = await filed();
    const answer = await work('akte.ablegen', variables, { verify: () => Promise.resolve(state) });
    expect(answer).toMatchObject({ code: 'akte.bytesDamaged', message: { en: expect.stringContaining(state) } });
    expect(await actionsOf(variables.vorgangId)).not.toContain('akte.recordAblage');
  });

  it('refuses a Dokument that is not there', async () => {
    const answer = await work('akte.ablegen', { ...(await filed()), vermerkId: newId() });
    expect(answer).toMatchObject({ code: 'akte.bytesDamaged' });
  });

  it('records the Ablage of bytes that it has read and found intact', async () => {
    const variables = await filed();
    expect(await work('akte.ablegen', variables)).toEqual({ variables: {} });
    expect((await actionsOf(variables.vorgangId)).at(-1)).toBe('akte.recordAblage');
  });
});

describe('akte.abschlussVorlegen', () => {
  it('asks the unit with the Federführung within two weeks whether the Vorgang can be closed', async () => {
    const { vorgangId, vermerkId } = await filed();
    await work('akte.abschlussVorlegen', { vorgangId, dokumentId: vermerkId, betreff: 'Fassadenreinigung' });
    const rows = await bench.sql(
      `SELECT art, frist, titel ->> 'de' AS titel, assignee_id AS id FROM aufgabe WHERE vorgang_id = $1`,
      [vorgangId],
    );
    const id = bench.personId('jana.petersen');
    expect(rows).toEqual([{ art: 'zda', frist: '2026-12-08', titel: 'z. d. A.: Fassadenreinigung', id }]);
  });
});
