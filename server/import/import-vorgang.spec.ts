import { Readable } from 'node:stream';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { beginImport } from './begin-import.js';
import { importVorgang, type ImportVorgangInput } from './import-vorgang.js';

let bench: ActBench;
let runId: string;
let einheitId: string;
beforeAll(async () => {
  bench = await openActBench();
  const input = { manifestHash: newId(), sourceName: 'x', mode: 'good', lines: 6, refused: 1 } as const;
  ({ runId } = done(await bench.run(beginImport, input)));
  const [row] = await bench.sql<{ id: string }>(`SELECT id FROM aktenplaneinheit WHERE kennzeichen = '20.31.05'`);
  einheitId = row!.id;
});
afterAll(() => bench.close());

async function input(key: string, own: Partial<ImportVorgangInput> = {}): Promise<ImportVorgangInput> {
  const stored = done(await bench.objects.put(Readable.from([Buffer.from(key)])));
  const file = { ...stored, name: 'a.txt', mime: 'text/plain' };
  return {
    runId,
    akte: { key, einheitId, betreff: 'Altakte' },
    vorgang: { key: '1', betreff: 'Angebote' },
    dokumente: [{ line: 2, betreff: 'Angebot', art: 'eingang', date: null, file }],
    ...own,
  };
}

describe('importVorgang', () => {
  it('refuses a run that was never begun, and a position that nobody knows', async () => {
    expect(await bench.run(importVorgang, await input('A', { runId: newId() }))).toMatchObject({
      code: 'platform.notFound',
    });
    const akte = { key: 'A', einheitId: newId(), betreff: 'x' };
    expect(await bench.run(importVorgang, await input('A', { akte }))).toMatchObject({ code: 'platform.notFound' });
    expect(await bench.sql(`SELECT run_id FROM import_akte WHERE akte_key = 'A'`)).toEqual([]);
  });

  it('makes the Vorgang once, and its Akte once for all its Vorgaenge', async () => {
    const first = done(await bench.run(importVorgang, await input('B')));
    expect(await bench.run(importVorgang, await input('B'))).toEqual(first);
    const second = await input('B', { vorgang: { key: '2', betreff: 'Auftrag' } });
    expect(done(await bench.run(importVorgang, second))).not.toEqual(first);
    const akten = await bench.sql(`SELECT DISTINCT akte_id FROM vorgang v JOIN import_vorgang i ON i.vorgang_id = v.id
                                    WHERE i.akte_key = 'B'`);
    expect(akten).toHaveLength(1);
    expect((await bench.protokoll(first.vorgangId)).at(-1)).toMatchObject({
      action: 'import.importVorgang',
      correlationId: runId,
      payload: { akte: 'B', vorgang: '1', lines: [2] },
    });
  });
});
