import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedZusatzfeld } from '../../test/support/zusatzfelder.js';
import { newId } from '../platform/ids.js';
import { restoreZusatzfeld } from './restore-zusatzfeld.js';
import { retireZusatzfeld } from './retire-zusatzfeld.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const restore = (id: string, version: number, login = 'helga.brandt') =>
  bench.perform(login, restoreZusatzfeld, { id, version });

describe('F8 restoreZusatzfeld', () => {
  it('refuses whoever is no key user, an unknown field, one in use, and a stale version', async () => {
    const id = await addedZusatzfeld(bench, 'akte', 'eins');
    expect(await restore(id, 1, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await restore(newId(), 1)).toMatchObject({ code: 'platform.notFound' });
    expect(await restore(id, 1)).toMatchObject({ code: 'zusatzfeld.alreadySo' });
    done(await bench.perform('helga.brandt', retireZusatzfeld, { id, version: 1 }));
    expect(await restore(id, 1)).toMatchObject({ code: 'platform.stale' });
  });

  it('uses the field again as it was last defined', async () => {
    const id = await addedZusatzfeld(bench, 'akte', 'zwei');
    const retired = done(await bench.perform('helga.brandt', retireZusatzfeld, { id, version: 1 }));
    expect(await restore(id, retired.version)).toEqual({ id, version: 3 });
    expect((await bench.protokoll(id)).at(-1)).toMatchObject({ action: 'zusatzfeld.restoreZusatzfeld' });
  });
});
