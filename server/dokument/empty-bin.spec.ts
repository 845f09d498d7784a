import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { setSperre } from '../aussonderung/set-sperre.js';
import { newId } from '../platform/ids.js';
import { discardDokument } from './discard-dokument.js';
import { emptyBin } from './empty-bin.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function binned(vorgangId?: string) {
  const draft = await draftDokument(bench, vorgangId ? { vorgangId } : {});
  const wish = { dokumentId: draft.dokumentId, version: 1, reason: 'doppelt' };
  done(await bench.perform('jana.petersen', discardDokument, wish));
  return draft;
}

describe('emptyBin', () => {
  it('leaves what a Sperre keeps, tells it, and deletes what lies beside it', async () => {
    const kept = await binned();
    const gone = await binned(kept.vorgangId);
    const sperre = { objectKind: 'dokument', objectId: kept.dokumentId, reason: 'Klage' };
    done(await bench.perform('helga.brandt', setSperre, sperre));
    const { vorgangId } = kept;
    expect(await bench.run(emptyBin, { vorgangId })).toMatchObject({
      deleted: 1,
      held: [{ message: { de: expect.stringContaining('Klage') } }],
    });
    expect(await dokumentRow(bench, kept.dokumentId)).toMatchObject({ place: 'bin', versions: [1] });
    expect(await dokumentRow(bench, gone.dokumentId)).toMatchObject({ place: 'deleted', versions: [] });
  });

  it('touches nothing in a register, nor the bin of another Vorgang', async () => {
    const other = await binned();
    const { vorgangId, dokumentId } = await draftDokument(bench);
    expect(await bench.run(emptyBin, { vorgangId })).toEqual({ deleted: 0, held: [] });
    expect(await bench.run(emptyBin, { vorgangId: newId() })).toEqual({ deleted: 0, held: [] });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ place: 'register' });
    expect(await dokumentRow(bench, other.dokumentId)).toMatchObject({ place: 'bin' });
  });

  it('writes number, hashes and reason of each into the Protokoll', async () => {
    const { vorgangId, dokumentId } = await binned();
    await bench.run(emptyBin, { vorgangId });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.emptyBin',
      payload: { dokumentId, nummer: 1, versions: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] },
    });
  });
});
