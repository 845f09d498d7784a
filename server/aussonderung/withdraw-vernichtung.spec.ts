import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { ELEVEN_YEARS, release, request, step, toDestroy } from '../../test/support/vernichtung.js';
import { newId } from '../platform/ids.js';
import { withdrawVernichtung } from './withdraw-vernichtung.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const withdraw = (vernichtungId: string, version = 1, login = 'helga.brandt') =>
  bench.perform(login, withdrawVernichtung, { vernichtungId, version, reason: 'Falsche Position' });

describe('withdrawVernichtung', () => {
  it('refuses without the permission, an unknown one, a stale version, and one that is released', async () => {
    const { vorgangId } = await toDestroy(bench);
    bench.clock.advance(ELEVEN_YEARS);
    const { vernichtungId } = done(await request(bench, [vorgangId]));
    expect(await withdraw(vernichtungId, 1, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await withdraw(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await withdraw(vernichtungId, 7)).toMatchObject({ code: 'platform.stale' });
    done(await release(bench, vernichtungId));
    expect(await withdraw(vernichtungId, 2)).toMatchObject({
      code: 'aussonderung.notRequested',
      message: { de: expect.stringContaining('freigegeben') as unknown },
    });
  });

  it('frees every Vorgang, and nothing is destroyed', async () => {
    const { vorgangId } = await toDestroy(bench);
    bench.clock.advance(ELEVEN_YEARS);
    const { vernichtungId } = done(await request(bench, [vorgangId]));
    expect(await withdraw(vernichtungId)).toEqual({ version: 2 });
    expect(await release(bench, vernichtungId, 2)).toMatchObject({ code: 'aussonderung.notRequested' });
    expect(await step(bench)).toBe(false);
    expect(await request(bench, [vorgangId])).toMatchObject({ version: 1 });
  });
});
