import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { isRejection } from '../contract/rejections.js';
import type { SavedSearchRow } from '../contract/search-views.js';
import { keepSearch } from './keep-search.js';
import { loadSavedSearches } from './saved-searches.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

let number = 0;
const keep = (own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, keepSearch, { name: `Suche ${++number}`, query: 'Gebühr art:vermerk', shared: false, ...own });

async function names(login: string): Promise<string[]> {
  const view = await bench.runner.transaction(bench.as(login), loadSavedSearches);
  if (isRejection(view)) throw new Error(view.message.en);
  return view.items.map(({ name, owner }: SavedSearchRow) => (owner ? `${name} (${owner})` : name));
}

describe('F59 keepSearch', () => {
  it('refuses somebody who may not read records', async () => {
    expect(await keep({}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each([{ name: '' }, { name: '   ' }, { name: 'x'.repeat(81) }, { query: '' }])('refuses %j', async (bad) => {
    expect(await keep(bad)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses a search that cannot be asked', async () => {
    expect(await keep({ query: 'seit:gestern' })).toMatchObject({ code: 'search.filter' });
  });

  it('refuses a second search of the same name, and keeps the first', async () => {
    await keep({ name: 'Doppelt' });
    expect(await keep({ name: 'Doppelt', query: 'anderes' })).toMatchObject({ code: 'search.nameTaken' });
    expect((await names('jana.petersen')).filter((name) => name === 'Doppelt')).toHaveLength(1);
  });

  it('keeps it for the person alone, or for the unit', async () => {
    await keep({ name: 'Für mich' }, 'helga.brandt');
    await keep({ name: 'Für alle', shared: true }, 'helga.brandt');
    expect(await names('helga.brandt')).toEqual(expect.arrayContaining(['Für mich', 'Für alle']));
    const colleague = await names('ines.vogt');
    expect(colleague).toContain('Für alle (Helga Brandt)');
    expect(colleague).not.toContain('Für mich (Helga Brandt)');
    expect(await names('ruth.lindqvist')).toEqual([]);
  });
});
