import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { openedVorgang } from '../../test/support/records.js';
import { protectedFor, rule, sees } from '../../test/support/rights.js';
import { appointVertretung } from './appoint-vertretung.js';
import { endVertretung } from './end-vertretung.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const end = (vertretungId: string, login = 'helga.brandt') => bench.perform(login, endVertretung, { vertretungId });

async function appointed(): Promise<string> {
  const [from, until] = [bench.clock.today(), bench.clock.today()];
  const people = { personId: bench.personId('ruth.lindqvist'), deputyId: bench.personId('deniz.aydin') };
  const input = { ...people, from, until, aktenplaneinheitId: null };
  const answer = await bench.perform('helga.brandt', appointVertretung, input);
  return (answer as { vertretungId: string }).vertretungId;
}

describe('endVertretung', () => {
  it('refuses whoever lacks the permission', async () => {
    expect(await end(await appointed(), 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Vertretung and one that has ended', async () => {
    expect(await end(newId())).toMatchObject({ code: 'platform.notFound' });
    const vertretungId = await appointed();
    await end(vertretungId);
    expect(await end(vertretungId)).toMatchObject({ code: 'access.alreadyEnded' });
  });

  it('takes from the deputy at once what was lent', async () => {
    await bench.sql(`UPDATE vertretung SET ended_at = now()`);
    const { akteId, vorgangId } = await openedVorgang(bench);
    await protectedFor(bench, akteId);
    await rule(bench, { kind: 'akte', id: akteId }, { kind: 'role', role: 'leitung' }, 'work');
    const vertretungId = await appointed();
    expect(await sees(bench, 'deniz.aydin', 'vorgang', vorgangId)).toBe(true);
    expect(await end(vertretungId)).toEqual({ vertretungId });
    expect(await sees(bench, 'deniz.aydin', 'vorgang', vorgangId)).toBe(false);
  });
});
