import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { renewSearch } from './renew-search.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

describe('renewSearch', () => {
  it('puts records on the list of those to be read, with one row in the Protokoll for all of them', async () => {
    const records = [
      { kind: 'akte', id: newId() },
      { kind: 'dokument', id: newId() },
    ] as const;
    expect(await bench.run(renewSearch, { records })).toEqual({ renewed: 2 });
    const due = await bench.sql<{ id: string }>(`SELECT record_id AS id FROM search_queue WHERE record_id = ANY($1)`, [
      records.map(({ id }) => id),
    ]);
    expect(due.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
    expect((await bench.protokoll(bench.mandantId)).at(-1)).toMatchObject({
      action: 'consistency.renewSearch',
      payload: { records: 2 },
    });
  });
});
