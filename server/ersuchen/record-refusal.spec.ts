import { done } from '../../test/support/closed-vorgang.js';
import {
  accepted,
  asked,
  openAufgaben,
  openErsuchenBench,
  standsAt,
  type ErsuchenBench,
} from '../../test/support/ersuchen.js';
import { toldOf } from '../../test/support/told.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { newId } from '../platform/ids.js';
import { recordRefusal } from './record-refusal.js';
import { refuseErsuchen } from './refuse-ersuchen.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

describe('recordRefusal', () => {
  it('F39 changes nothing for a Mandant that was not asked, nor for one that has accepted', async () => {
    const [open, taken] = [await asked(bench), await accepted(bench)];
    for (const [ersuchenId, comingFrom] of [
      [open.ersuchenId, newId()],
      [taken.ersuchenId, bench.other.mandantId],
    ] as const) {
      const crossing = { mandantId: bench.mandantId, correlationId: ersuchenId };
      expect(
        await inOtherMandant(bench.runner, crossing, recordRefusal, { ersuchenId, comingFrom, reason: 'x' }),
      ).toBeNull();
    }
    expect(await standsAt(bench, open.ersuchenId)).toMatchObject({ state: 'offen' });
    expect(await standsAt(bench, taken.ersuchenId)).toMatchObject({ state: 'angenommen' });
  });

  it('F39 tells whoever asked why, with an Aufgabe in the inbox and at the bell', async () => {
    const { ersuchenId, vorgangId } = await asked(bench);
    const refusing = { ersuchenId, version: 1, reason: 'Nicht zuständig' };
    done(await bench.runner.perform(bench.other.context, refuseErsuchen, refusing, newId()));
    await bench.work();
    expect(await standsAt(bench, ersuchenId)).toMatchObject({
      ...{ state: 'abgelehnt', by: bench.other.name, answer: 'Nicht zuständig', travelling: 0 },
    });
    expect(await openAufgaben(bench, vorgangId)).toMatchObject([
      { titel: 'Ersuchen abgelehnt: Halterauskunft', assigneeId: bench.personId('jana.petersen') },
    ]);
    expect(await toldOf(bench, 'jana.petersen', { vorgangId })).toEqual(['new']);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      ...{ action: 'ersuchen.recordRefusal', correlationId: ersuchenId },
    });
  });
});
