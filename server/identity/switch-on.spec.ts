import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { loadPerson } from './identity.queries.js';
import { switchOff } from './switch-off.js';
import { switchOn } from './switch-on.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const on = (personId: string, login = 'kim.okafor') => bench.perform(login, switchOn, { personId, reason: 'zurück' });

describe('switchOn', () => {
  it('refuses whoever lacks the permission, an unknown person, and an account that is on', async () => {
    const personId = bench.personId('jana.petersen');
    expect(await on(personId, 'helga.brandt')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await on(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await on(personId)).toMatchObject({ code: 'identity.alreadyOn' });
  });

  it('takes switching off back', async () => {
    const personId = bench.personId('deniz.aydin');
    await bench.perform('kim.okafor', switchOff, { personId, reason: 'Elternzeit' });
    expect(await on(personId)).toEqual({ personId });
    const seen = await bench.runner.transaction(bench.system, async (tx) => ({
      person: await loadPerson(tx, personId),
    }));
    expect(seen).toMatchObject({ person: { name: 'Deniz Aydın' } });
  });
});
