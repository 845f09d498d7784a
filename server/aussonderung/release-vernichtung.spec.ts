import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { ELEVEN_YEARS, release, request, toDestroy } from '../../test/support/vernichtung.js';
import { newId } from '../platform/ids.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

async function requested(): Promise<string> {
  const { vorgangId } = await toDestroy(bench);
  bench.clock.advance(ELEVEN_YEARS);
  return done(await request(bench, [vorgangId])).vernichtungId;
}

describe('releaseVernichtung', () => {
  it.each(['helga.brandt', 'amir.rakimov', 'jana.petersen', 'kim.okafor'])(
    'F79 refuses %s: neither the Registratur nor the archive destroys alone',
    async (login) => {
      expect(await release(bench, await requested(), 1, login)).toMatchObject({ code: 'identity.notPermitted' });
    },
  );

  it('F79 refuses the person who made the request, whatever rights she has', async () => {
    const vernichtungId = await requested();
    await bench.sql(`INSERT INTO person_role (mandant_id, person_id, role) VALUES ($1, $2, 'leitung')`, [
      bench.mandantId,
      bench.personId('helga.brandt'),
    ]);
    const { actor, mandantId } = bench.as('helga.brandt');
    const both = { mandantId, actor: { ...actor, roles: ['registratur', 'leitung'] } } as typeof bench.system;
    const { releaseVernichtung } = await import('./release-vernichtung.js');
    const input = { vernichtungId, version: 1 };
    expect(await bench.runner.perform(both, releaseVernichtung, input, newId())).toMatchObject({
      code: 'aussonderung.samePerson',
    });
    const forced = `UPDATE vernichtung SET state = 'released', released_at = now(), released_by = requested_by`;
    await expect(bench.sql(forced)).rejects.toMatchObject({ code: '23514' });
  });

  it('refuses an unknown one, a stale version, and a second release', async () => {
    const vernichtungId = await requested();
    expect(await release(bench, newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await release(bench, vernichtungId, 5)).toMatchObject({ code: 'platform.stale' });
    done(await release(bench, vernichtungId));
    expect(await release(bench, vernichtungId, 2)).toMatchObject({ code: 'aussonderung.notRequested' });
  });

  it('F79 orders the first step once and destroys nothing itself', async () => {
    const vernichtungId = await requested();
    expect(await release(bench, vernichtungId)).toEqual({ version: 2, vorgaenge: 1 });
    expect(await bench.followUps('aussonderung.destroyVernichtung')).toMatchObject([{ payload: { vernichtungId } }]);
    expect(await bench.sql(`SELECT count(*)::int AS n FROM vorgang`)).toEqual([{ n: 1 }]);
  });
});
