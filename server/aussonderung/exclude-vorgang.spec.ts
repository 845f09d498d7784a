import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { ELEVEN_YEARS, release, request, toDestroy } from '../../test/support/vernichtung.js';
import { newId } from '../platform/ids.js';
import { excludeVorgang } from './exclude-vorgang.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const exclude = (vernichtungId: string, vorgangId: string, version = 1, login = 'helga.brandt') =>
  bench.perform(login, excludeVorgang, { vernichtungId, version, vorgangId, reason: 'Noch ein Rechtsstreit' });

describe('excludeVorgang', () => {
  it('refuses without the permission, what is not in it, a stale version, and the last one', async () => {
    const [one, other] = [await toDestroy(bench), await toDestroy(bench)];
    bench.clock.advance(ELEVEN_YEARS);
    const { vernichtungId } = done(await request(bench, [one.vorgangId, other.vorgangId]));
    expect(await exclude(vernichtungId, one.vorgangId, 1, 'amir.rakimov')).toMatchObject({
      code: 'identity.notPermitted',
    });
    expect(await exclude(newId(), one.vorgangId)).toMatchObject({ code: 'platform.notFound' });
    expect(await exclude(vernichtungId, newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await exclude(vernichtungId, one.vorgangId, 2)).toMatchObject({ code: 'platform.stale' });
    done(await exclude(vernichtungId, one.vorgangId));
    expect(await exclude(vernichtungId, other.vorgangId, 2)).toMatchObject({ code: 'aussonderung.lastItem' });
  });

  it('F79 takes a single Vorgang out with its reason; it is free again, and a release needs to see that', async () => {
    const [one, other] = [await toDestroy(bench), await toDestroy(bench)];
    bench.clock.advance(ELEVEN_YEARS);
    const { vernichtungId } = done(await request(bench, [one.vorgangId, other.vorgangId]));
    expect(await exclude(vernichtungId, one.vorgangId)).toEqual({ version: 2 });
    expect(await release(bench, vernichtungId, 1)).toMatchObject({ code: 'platform.stale' });
    expect(await request(bench, [one.vorgangId])).toMatchObject({ version: 1 });
    expect(await release(bench, vernichtungId, 2)).toEqual({ version: 3, vorgaenge: 1 });
    expect(await exclude(vernichtungId, other.vorgangId, 3)).toMatchObject({ code: 'aussonderung.notRequested' });
  });
});
