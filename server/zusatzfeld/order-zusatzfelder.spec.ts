import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedZusatzfeld } from '../../test/support/zusatzfelder.js';
import { newId } from '../platform/ids.js';
import { orderZusatzfelder } from './order-zusatzfelder.js';

let bench: ActBench;
let ids: string[];

beforeAll(async () => {
  bench = await openActBench();
  ids = [];
  for (const key of ['a', 'b', 'c']) ids.push(await addedZusatzfeld(bench, 'akte', key));
});
afterAll(() => bench.close());

const order = (wanted: string[], login = 'helga.brandt') =>
  bench.perform(login, orderZusatzfelder, { kind: 'akte', ids: wanted });
const keys = async () =>
  (await bench.sql<{ key: string }>(`SELECT key FROM zusatzfeld WHERE kind = 'akte' ORDER BY rank`)).map(
    ({ key }) => key,
  );

describe('F8 orderZusatzfelder', () => {
  it('refuses whoever is no key user, and every list that is not all fields once', async () => {
    const [a = '', b = '', c = ''] = ids;
    expect(await order([c, b, a], 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    for (const wanted of [[], [a, b], [a, b, c, c], [a, b, b], [a, b, newId()]]) {
      expect(await order(wanted)).toMatchObject({ code: 'zusatzfeld.otherFields' });
    }
  });

  it('puts them into the order of the list', async () => {
    const [a = '', b = '', c = ''] = ids;
    expect(await order([c, a, b])).toEqual({ count: 3 });
    expect(await keys()).toEqual(['c', 'a', 'b']);
    expect(await order([a, b, c])).toEqual({ count: 3 });
    expect(await keys()).toEqual(['a', 'b', 'c']);
  });
});
