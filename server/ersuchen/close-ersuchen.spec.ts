import { done } from '../../test/support/closed-vorgang.js';
import {
  accepted,
  answer,
  asked,
  openAufgaben,
  openErsuchenBench,
  register,
  standsAt,
  type ErsuchenBench,
} from '../../test/support/ersuchen.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { newId } from '../platform/ids.js';
import { closeErsuchen } from './close-ersuchen.js';
import { recallErsuchen } from './recall-ersuchen.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

const closeFrom = (ersuchenId: string, comingFrom: string) =>
  inOtherMandant(bench.runner, { mandantId: bench.other.mandantId, correlationId: ersuchenId }, closeErsuchen, {
    ...{ ersuchenId, comingFrom, reason: 'x' },
  });

describe('closeErsuchen', () => {
  it('F39 changes nothing for a Mandant that has not asked, nor where it is answered, nor where nothing came', async () => {
    const [open, answered] = [await asked(bench), await accepted(bench)];
    done(await answer(bench, answered.ersuchenId));
    expect(await closeFrom(open.ersuchenId, newId())).toBeNull();
    expect(await closeFrom(answered.ersuchenId, bench.mandantId)).toBeNull();
    expect(await closeFrom(newId(), bench.mandantId)).toBeNull();
    expect(await standsAt(bench.other, open.ersuchenId)).toMatchObject({ state: 'offen' });
    expect(await standsAt(bench.other, answered.ersuchenId)).toMatchObject({ state: 'beantwortet' });
  });

  it('F39 keeps nothing of what nobody has accepted but who asked, when, and why not any more', async () => {
    const { ersuchenId } = await asked(bench);
    done(await bench.perform('jana.petersen', recallErsuchen, { ersuchenId, version: 1, reason: 'Hat sich erledigt' }));
    await bench.work();
    const kept = await bench.other.sql(
      `SELECT betreff, question, frist, dokumente, answer FROM ersuchen WHERE id = $1`,
      [ersuchenId],
    );
    expect(kept).toEqual([{ betreff: '', question: '', frist: null, dokumente: [], answer: 'Hat sich erledigt' }]);
  });

  it('F39 asks nobody any more, and leaves what was accepted in its Vorgang', async () => {
    const { ersuchenId, thereId } = await accepted(bench);
    const recalling = { ersuchenId, version: 2, reason: 'Hat sich erledigt' };
    done(await bench.perform('jana.petersen', recallErsuchen, recalling));
    expect(await openAufgaben(bench.other, thereId)).toHaveLength(1);
    await bench.work();
    expect(await openAufgaben(bench.other, thereId)).toEqual([]);
    expect(await register(bench.other, thereId)).toHaveLength(2);
    expect(await standsAt(bench.other, ersuchenId)).toMatchObject({ state: 'zurueckgenommen', by: 'Musterkreis' });
  });
});
