import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { beginImport } from './begin-import.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const INPUT = { sourceName: 'altbestand', mode: 'whole', lines: 7, refused: 0 } as const;

describe('beginImport', () => {
  it('refuses to go on in another way than it began', async () => {
    const manifestHash = newId();
    await bench.run(beginImport, { ...INPUT, manifestHash });
    expect(await bench.run(beginImport, { ...INPUT, manifestHash, mode: 'good' })).toMatchObject({
      code: 'import.otherMode',
    });
  });

  it('begins a manifest once, and writes it down once', async () => {
    const manifestHash = newId();
    const first = (await bench.run(beginImport, { ...INPUT, manifestHash })) as { runId: string };
    expect(await bench.run(beginImport, { ...INPUT, manifestHash })).toEqual({ ...first, state: 'goesOn' });
    expect(await bench.protokoll(first.runId)).toMatchObject([
      { action: 'import.beginImport', correlationId: first.runId, payload: { ...INPUT, manifestHash } },
    ]);
  });
});
