import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { recordResult } from './record-result.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const RESULT = { depth: 'all', referenced: 7, objectFaults: 1, rowFaults: 2, protokoll: 'broken' } as const;

describe('recordResult', () => {
  it('keeps nothing of a result that the tables do not know, in the Protokoll neither', async () => {
    const wrong = bench.run(recordResult, { ...RESULT, protokoll: 'perhaps' as 'broken' });
    await expect(wrong).rejects.toThrow('consistency_result');
    const written = `SELECT 1 AS one FROM protokoll_payload WHERE payload ->> 'protokoll' = 'perhaps'`;
    expect(await bench.sql(written)).toEqual([]);
  });

  it('keeps what was found, with its row in the Protokoll, and cannot be changed afterwards', async () => {
    const { id } = (await bench.run(recordResult, RESULT)) as { id: string };
    expect(await bench.sql(`SELECT referenced, object_faults, row_faults FROM consistency_result`)).toEqual([
      { referenced: '7', object_faults: 1, row_faults: 2 },
    ]);
    expect(await bench.protokoll(id)).toMatchObject([{ objectKind: 'consistencyResult', payload: RESULT }]);
    await expect(bench.sql(`UPDATE consistency_result SET object_faults = 0`)).rejects.toThrow('permission denied');
    await expect(bench.sql(`DELETE FROM consistency_result`)).rejects.toThrow('permission denied');
  });
});
