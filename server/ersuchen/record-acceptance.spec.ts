import { accepted, asked, openErsuchenBench, standsAt, type ErsuchenBench } from '../../test/support/ersuchen.js';
import { toldOf } from '../../test/support/told.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { newId } from '../platform/ids.js';
import { recordAcceptance } from './record-acceptance.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

describe('recordAcceptance', () => {
  it('F39 changes nothing for a Mandant that was not asked', async () => {
    const { ersuchenId } = await asked(bench);
    const crossing = { mandantId: bench.mandantId, correlationId: ersuchenId };
    const input = { ersuchenId, comingFrom: newId() };
    expect(await inOtherMandant(bench.runner, crossing, recordAcceptance, input)).toBeNull();
    expect(await standsAt(bench, ersuchenId)).toMatchObject({ state: 'offen', travelling: 2 });
  });

  it('F39 says that it is being answered, lets go of what has arrived, and tells it whoever asked, once', async () => {
    const { ersuchenId, vorgangId } = await accepted(bench);
    const crossing = { mandantId: bench.mandantId, correlationId: ersuchenId };
    const input = { ersuchenId, comingFrom: bench.other.mandantId };
    expect(await inOtherMandant(bench.runner, crossing, recordAcceptance, input)).toBeNull();
    expect(await standsAt(bench, ersuchenId)).toMatchObject({ state: 'angenommen', version: 2, travelling: 0 });
    const told = (await bench.protokoll(vorgangId)).filter(({ action }) => action === 'ersuchen.recordAcceptance');
    expect(told).toHaveLength(1);
    expect(await toldOf(bench, 'jana.petersen', { vorgangId })).toEqual(['accepted']);
    expect(await toldOf(bench, 'deniz.aydin', { vorgangId })).toEqual([]);
  });
});
