import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { draftDokument } from '../../test/support/dokumente.js';
import { officeDokument } from '../../test/support/fake-office.js';
import { newId } from '../platform/ids.js';
import { orderRendition } from './order-rendition.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const state = async (dokumentId: string) =>
  bench.sql(`SELECT state, reason FROM dokument_rendition WHERE dokument_id = $1`, [dokumentId]);

describe('orderRendition', () => {
  it('refuses what is unknown, and what the page shows itself', async () => {
    const unknown = await bench.perform('jana.petersen', orderRendition, { dokumentId: newId(), nummer: 1 });
    expect(unknown).toMatchObject({ code: 'platform.notFound' });
    const { dokumentId } = await draftDokument(bench);
    const missing = await bench.perform('jana.petersen', orderRendition, { dokumentId, nummer: 2 });
    expect(missing).toMatchObject({ code: 'platform.notFound' });
    const pdf = await bench.perform('jana.petersen', orderRendition, { dokumentId, nummer: 1 });
    expect(pdf).toMatchObject({ code: 'rendition.otherKind' });
  });

  it('lets what failed be tried again, and leaves alone what waits', async () => {
    const { dokumentId } = await officeDokument(bench);
    await bench.sql(`UPDATE dokument_rendition SET state = 'failed', reason = 'time' WHERE dokument_id = $1`, [
      dokumentId,
    ]);
    expect(await bench.perform('jana.petersen', orderRendition, { dokumentId, nummer: 1 })).toEqual({});
    expect(await state(dokumentId)).toEqual([{ state: 'waiting', reason: null }]);
    expect(await bench.perform('jana.petersen', orderRendition, { dokumentId, nummer: 1 })).toEqual({});
    expect(await state(dokumentId)).toEqual([{ state: 'waiting', reason: null }]);
  });
});
