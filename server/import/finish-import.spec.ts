import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { beginImport } from './begin-import.js';
import { finishImport } from './finish-import.js';

let bench: ActBench;
beforeAll(async () => void (bench = await openActBench()));
afterAll(() => bench.close());

const COUNTS = { vorgaenge: 2, dokumente: 5, refused: 1 };

describe('finishImport', () => {
  it('throws for a run that was never begun: only a bug asks for it', async () => {
    await expect(bench.run(finishImport, { runId: newId(), ...COUNTS })).rejects.toThrow('There is no run');
  });

  it('ends a run and writes down what has become of it', async () => {
    const input = { manifestHash: newId(), sourceName: 'x', mode: 'good', lines: 6, refused: 1 } as const;
    const { runId } = (await bench.run(beginImport, input)) as { runId: string };
    await bench.run(finishImport, { runId, ...COUNTS });
    expect((await bench.protokoll(runId)).at(-1)).toMatchObject({ action: 'import.finishImport', payload: COUNTS });
    expect(await bench.run(beginImport, input)).toEqual({ runId, state: 'finished' });
  });
});
