import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { loadPerson } from './identity.queries.js';
import { switchOff } from './switch-off.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const off = (personId: string, login = 'kim.okafor') =>
  bench.perform(login, switchOff, { personId, reason: 'Ruhestand' });

describe('switchOff', () => {
  it('refuses whoever lacks the permission, a Leitung outside its unit, and an unknown person', async () => {
    expect(await off(bench.personId('jana.petersen'), 'helga.brandt')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await off(bench.personId('ines.vogt'), 'ruth.lindqvist')).toMatchObject({ code: 'platform.notFound' });
    expect(await off(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses the own account, and one that is off already', async () => {
    expect(await off(bench.personId('kim.okafor'))).toMatchObject({ code: 'identity.ownAccount' });
    await off(bench.personId('amir.rakimov'));
    expect(await off(bench.personId('amir.rakimov'))).toMatchObject({ code: 'identity.alreadyOff' });
  });

  it('lets nobody sign in with it any more, and the Protokoll says why', async () => {
    const personId = bench.personId('tomasz.sliwa');
    expect(await off(personId, 'ruth.lindqvist')).toEqual({ personId });
    expect(
      await bench.runner.transaction(bench.system, async (tx) => ({ person: await loadPerson(tx, personId) })),
    ).toEqual({
      person: null,
    });
    expect((await bench.protokoll(personId)).at(-1)).toMatchObject({ payload: { reason: 'Ruhestand' } });
  });
});
