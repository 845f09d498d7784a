import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { consistencyPart } from './consistency-health.js';
import { recordResult } from './record-result.js';

let bench: ActBench;
beforeEach(async () => void (bench = await openActBench()));
afterEach(() => bench.close());

const GOOD = { depth: 'sample', referenced: 7, objectFaults: 0, rowFaults: 0, protokoll: 'proved' } as const;

describe('consistencyPart', () => {
  it('is no fault of a house that never looked, and says how to look', async () => {
    expect(await consistencyPart(bench.database)).toMatchObject({ state: 'ok', de: expect.stringContaining('pruefe') });
  });

  it('F102 tells of the last result and forgets those before', async () => {
    await bench.run(recordResult, { ...GOOD, objectFaults: 2, rowFaults: 1 });
    expect(await consistencyPart(bench.database)).toMatchObject({
      state: 'degraded',
      de: 'Die Prüfung vom 24.11.2026 hat 3 Mängel gefunden; „npm run pruefe“ nennt sie',
    });
    bench.clock.advance(86_400_000);
    await bench.run(recordResult, GOOD);
    expect(await consistencyPart(bench.database)).toMatchObject({
      state: 'ok',
      en: 'Store and records agreed on 25/11/2026',
    });
  });

  it('F102 tells of a changed Protokoll where every object is there', async () => {
    await bench.run(recordResult, { ...GOOD, protokoll: 'broken' });
    expect(await consistencyPart(bench.database)).toMatchObject({
      state: 'degraded',
      de: expect.stringContaining('0 Mängel gefunden und ein verändertes Protokoll'),
    });
  });
});
