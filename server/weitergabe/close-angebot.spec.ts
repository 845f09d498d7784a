import { done } from '../../test/support/closed-vorgang.js';
import {
  angebotOf,
  jana,
  offered,
  openWeitergabeBench,
  otherMandant,
  stateOf,
  type OtherMandant,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { closeAngebot } from './close-angebot.js';
import { inOtherMandant } from '../mandant/cross-mandant.js';
import { withdrawWeitergabe } from './withdraw-weitergabe.js';

const DAY = 86_400_000;
let bench: WeitergabeBench;
let other: OtherMandant;
beforeEach(async () => {
  bench = await openWeitergabeBench();
  other = await otherMandant(bench);
});
afterEach(() => bench.close());

describe('closeAngebot', () => {
  it('F13 refuses to end an offer for anybody but the Mandant that made it', async () => {
    const { weitergabeId } = await offered(bench, other);
    const input = { weitergabeId, comingFrom: newId(), state: 'zurueckgezogen' } as const;
    expect(
      await inOtherMandant(
        bench.runner,
        { mandantId: other.mandantId, correlationId: input.weitergabeId },
        closeAngebot,
        input,
      ),
    ).toBeNull();
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'offen' });
  });

  it('F13 ends the offer when the sender withdraws it, and nothing is left to take', async () => {
    const { weitergabeId } = await offered(bench, other);
    const { version } = await stateOf(bench, weitergabeId);
    done(await bench.perform(jana, withdrawWeitergabe, { weitergabeId, version, reason: 'Irrtum' }));
    await bench.work();
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'zurueckgezogen', sha256: null });
  });

  it('F13 ends the offer with its last day on both sides', async () => {
    const { weitergabeId } = await offered(bench, other, { days: 1 });
    bench.clock.advance(2 * DAY);
    await bench.work();
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'abgelaufen' });
    expect(await angebotOf(other, weitergabeId)).toMatchObject({ state: 'abgelaufen', sha256: null });
  });
});
