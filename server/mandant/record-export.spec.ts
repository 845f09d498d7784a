import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { recordExport } from './record-export.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('recordExport', () => {
  it('leaves a row in the Protokoll of the Mandant, with the folder', async () => {
    done(await bench.run(recordExport, { folder: '/export/musterkreis' }));
    expect((await bench.protokoll(bench.mandantId)).at(-1)).toMatchObject({
      action: 'mandant.recordExport',
      payload: { folder: '/export/musterkreis' },
    });
  });
});
