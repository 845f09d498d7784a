import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { keepSearch } from './keep-search.js';
import { removeSearch } from './remove-search.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function kept(name: string): Promise<string> {
  return done(await bench.perform('jana.petersen', keepSearch, { name, query: 'Gebühr', shared: true })).id;
}

const remains = async (id: string) => (await bench.sql(`SELECT id FROM saved_search WHERE id = $1`, [id])).length;

describe('F59 removeSearch', () => {
  it('refuses somebody who may not read records', async () => {
    const id = await kept('Ohne Recht');
    expect(await bench.perform('kim.okafor', removeSearch, { id })).toMatchObject({ code: 'identity.notPermitted' });
    expect(await remains(id)).toBe(1);
  });

  it('refuses a search that a colleague shares', async () => {
    const id = await kept('Geteilt');
    expect(await bench.perform('deniz.aydin', removeSearch, { id })).toMatchObject({ code: 'platform.notFound' });
    expect(await remains(id)).toBe(1);
  });

  it('removes an own one, once', async () => {
    const id = await kept('Eigene');
    expect(await bench.perform('jana.petersen', removeSearch, { id })).toEqual({ id });
    expect(await remains(id)).toBe(0);
    expect(await bench.perform('jana.petersen', removeSearch, { id })).toMatchObject({ code: 'platform.notFound' });
  });
});
