import {
  angebotOf,
  offered,
  openWeitergabeBench,
  otherMandant,
  stateOf,
  type OtherMandant,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { claimWeitergabe } from './claim-weitergabe.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { recordAnswer, type Answer } from './record-answer.js';

let bench: WeitergabeBench;
let other: OtherMandant;
beforeAll(async () => {
  bench = await openWeitergabeBench();
  other = await otherMandant(bench);
});
afterAll(() => bench.close());

const answer = (weitergabeId: string, said: Answer, comingFrom = other.mandantId) =>
  inOtherMandant(bench.runner, { mandantId: bench.mandantId, correlationId: weitergabeId }, recordAnswer, {
    ...{ weitergabeId, comingFrom, answer: said, reason: '' },
  });

const DAY = 86_400_000;

describe('recordAnswer', () => {
  it('F13 refuses to hear a Mandant that it was not offered to, and leaves what has ended', async () => {
    const { weitergabeId, akteId } = await offered(bench, other);
    await answer(weitergabeId, 'uebernommen', newId());
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'bereit' });
    await answer(weitergabeId, 'uebernommen');
    const rows = (await bench.protokoll(akteId)).length;
    await answer(weitergabeId, 'abgelehnt');
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'uebernommen' });
    expect(await bench.protokoll(akteId)).toHaveLength(rows);
  });

  it('F13 lets an offer stand that could not be taken over', async () => {
    const { weitergabeId } = await offered(bench, other);
    await answer(weitergabeId, 'zurueckgestellt');
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'bereit' });
  });

  it('F13 lets an offer expire whose last day went by while it was being taken over', async () => {
    const { weitergabeId } = await offered(bench, other, { kind: 'zustaendigkeit', days: 1 });
    const claim = { weitergabeId, comingFrom: other.mandantId };
    expect(
      await inOtherMandant(
        bench.runner,
        { mandantId: bench.mandantId, correlationId: claim.weitergabeId },
        claimWeitergabe,
        claim,
      ),
    ).toBeNull();
    bench.clock.advance(2 * DAY);
    await bench.work();
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'uebernahme' });
    await answer(weitergabeId, 'zurueckgestellt');
    await bench.work();
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'abgelaufen', sha256: null });
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'abgelaufen' });
  });
});
