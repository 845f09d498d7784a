import { done } from '../../test/support/closed-vorgang.js';
import {
  accepted,
  answer,
  ask,
  asked,
  openErsuchenBench,
  standsAt,
  type ErsuchenBench,
} from '../../test/support/ersuchen.js';
import { protectedFor } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { recallErsuchen } from './recall-ersuchen.js';

let bench: ErsuchenBench;
beforeAll(async () => void (bench = await openErsuchenBench()));
afterAll(() => bench.close());

const recall = (ersuchenId: string, version = 1, login = 'jana.petersen', reason = 'Hat sich erledigt') =>
  bench.perform(login, recallErsuchen, { ersuchenId, version, reason });

describe('recallErsuchen', () => {
  it('F39 refuses whoever may not ask, an unknown one, an old version, no reason, and one that has ended', async () => {
    const { ersuchenId } = await asked(bench);
    expect(await recall(ersuchenId, 1, 'ines.vogt')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await recall(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await recall(ersuchenId, 2)).toMatchObject({ code: 'platform.stale' });
    expect(await recall(ersuchenId, 1, 'jana.petersen', '')).toMatchObject({ code: 'platform.invalidInput' });
    done(await recall(ersuchenId));
    expect(await recall(ersuchenId, 2)).toMatchObject({ code: 'ersuchen.ended' });
  });

  it('F39 refuses whoever does not see the Vorgang, as something that does not exist', async () => {
    const { ersuchenId, vorgangId } = await asked(bench);
    const [row] = await bench.sql<{ akteId: string }>(`SELECT akte_id AS "akteId" FROM vorgang WHERE id = $1`, [
      vorgangId,
    ]);
    await protectedFor(bench, row?.akteId ?? '', ['jana.petersen']);
    expect(await recall(ersuchenId, 1, 'ruth.lindqvist')).toMatchObject({ code: 'platform.notFound' });
  });

  it('F39 refuses one that was answered, whose answer has come', async () => {
    const { ersuchenId } = await accepted(bench);
    done(await answer(bench, ersuchenId));
    await bench.work();
    expect(await recall(ersuchenId, 3)).toMatchObject({ code: 'ersuchen.ended' });
  });

  it('F39 ends it on both sides with the reason, and lets go of what was on its way', async () => {
    const { ersuchenId, vorgangId } = await asked(bench);
    expect(await recall(ersuchenId)).toEqual({ version: 2 });
    await bench.work();
    const reason = 'Hat sich erledigt';
    expect(await standsAt(bench, ersuchenId)).toMatchObject({
      state: 'zurueckgenommen',
      answer: reason,
      travelling: 0,
    });
    expect(await standsAt(bench.other, ersuchenId)).toMatchObject({
      ...{ state: 'zurueckgenommen', answer: reason, by: 'Musterkreis', travelling: 0 },
    });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({ action: 'ersuchen.recallErsuchen' });
  });

  it('F39 brings nothing over that was taken back before it left', async () => {
    const { ersuchenId } = done((await ask(bench)).answer);
    done(await recall(ersuchenId));
    await bench.work();
    expect(await standsAt(bench.other, ersuchenId)).toBeUndefined();
  });
});
