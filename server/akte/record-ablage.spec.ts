import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { recordAblage } from './record-ablage.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('recordAblage', () => {
  it('keeps in the history of the Vorgang which bytes were found intact', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await bench.run(recordAblage, { vorgangId, sha256: 'b'.repeat(64) });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'akte.recordAblage',
      actor: 'test',
      payload: { sha256: 'b'.repeat(64), text: { de: 'Signierte Fassung abgelegt, Bytes unversehrt' } },
    });
  });
});
