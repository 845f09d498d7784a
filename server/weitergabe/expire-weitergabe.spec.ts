import { done } from '../../test/support/closed-vorgang.js';
import {
  givenOf,
  openWeitergabeBench,
  order,
  released,
  someAkte,
  stateOf,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { newId } from '../platform/ids.js';
import { expireWeitergabe } from './expire-weitergabe.js';

const DAY = 86_400_000;
let bench: WeitergabeBench;
beforeEach(async () => void (bench = await openWeitergabeBench()));
afterEach(() => bench.close());

describe('expireWeitergabe', () => {
  it('F13 refuses to end what has days left, and does nothing for what is not there', async () => {
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId, { days: 2 }));
    await bench.work();
    bench.clock.advance(2 * DAY);
    done(await bench.run(expireWeitergabe, { weitergabeId }));
    done(await bench.run(expireWeitergabe, { weitergabeId: newId() }));
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'bereit' });
  });

  it('F13 deletes the package by itself on the day after the last one, and says so in the Protokoll', async () => {
    const { akteId } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId, { days: 2 }));
    await bench.work();
    bench.clock.advance(3 * DAY);
    await bench.work();
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'abgelaufen', sha256: null });
    expect((await bench.protokoll(akteId)).at(-1)).toMatchObject({ action: 'weitergabe.expireWeitergabe' });
  });

  it('F13 lets an Akte be worked in again whose responsibility nobody has taken', async () => {
    const { akteId } = await someAkte(bench);
    const weitergabeId = await released(bench, akteId, { days: 1 });
    const waiting = await someAkte(bench);
    done(await order(bench, waiting.akteId, { kind: 'zustaendigkeit', days: 1 }));
    await bench.work();
    bench.clock.advance(2 * DAY);
    await bench.work();
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'abgelaufen' });
    for (const id of [akteId, waiting.akteId]) expect(await givenOf(bench, id)).toEqual({ to: null, on: null });
  });
});
