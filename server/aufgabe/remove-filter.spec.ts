import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { keepFilter } from './keep-filter.js';
import { removeFilter } from './remove-filter.js';
import { loadSavedFilters } from './saved-filters.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const names = async (login: string) =>
  done(await bench.runner.transaction(bench.as(login), loadSavedFilters)).items.map(({ name }) => name);

describe('removeFilter', () => {
  it('F32 refuses one that there is not, and one that a colleague shares', async () => {
    const shared = { name: 'Geteilt', list: 'meine', filter: { frist: 'heute' }, shared: true };
    const kept = done(await bench.perform('helga.brandt', keepFilter, shared));
    for (const input of [{ id: newId() }, kept]) {
      expect(await bench.perform('ines.vogt', removeFilter, input)).toMatchObject({ code: 'platform.notFound' });
    }
    expect(await names('ines.vogt')).toContain('Geteilt');
  });

  it('F32 removes an own one, for the unit too', async () => {
    const shared = { name: 'Vorbei', list: 'meine', filter: {}, shared: true };
    const kept = done(await bench.perform('helga.brandt', keepFilter, shared));
    expect(await bench.perform('helga.brandt', removeFilter, kept)).toEqual(kept);
    expect([await names('helga.brandt'), await names('ines.vogt')].flat()).not.toContain('Vorbei');
  });
});
