import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import type { SavedFilterRow } from '../contract/aufgaben-views.js';
import { keepFilter } from './keep-filter.js';
import { loadSavedFilters } from './saved-filters.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const dear = { list: 'gruppe', filter: { betragAb: 500_000 }, shared: false } as const;
const keep = (own: object, login = 'jana.petersen') => bench.perform(login, keepFilter, { ...dear, ...own });
const filters = async (login: string): Promise<SavedFilterRow[]> =>
  done(await bench.runner.transaction(bench.as(login), loadSavedFilters)).items;

describe('keepFilter', () => {
  it('F32 refuses somebody who has no Aufgaben', async () => {
    expect(await keep({ name: 'Teure' }, 'amir.rakimov')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each([
    { name: ' ' },
    { name: 'x'.repeat(41) },
    { name: 'a\u202Eb' },
    { name: 'A', list: 'alle' },
    { name: 'A', filter: { laune: 'gut' } },
    { name: 'A', filter: { frist: 'bald' } },
    { name: 'A', filter: { betragAb: 1.5 } },
  ])('F32 refuses %j', async (bad) => {
    expect(await keep(bad)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('F32 refuses a second filter of the same name, and keeps the first', async () => {
    done(await keep({ name: 'Doppelt' }));
    expect(await keep({ name: 'Doppelt', filter: {} })).toMatchObject({ code: 'aufgabe.filterNameTaken' });
    expect((await filters('jana.petersen')).filter(({ name }) => name === 'Doppelt')).toMatchObject([
      { filter: dear.filter },
    ]);
  });

  it('F32 keeps it on the server for the person, or for the unit; each sees what it finds for themselves', async () => {
    done(await keep({ name: 'Für mich' }, 'helga.brandt'));
    done(await keep({ name: 'Für alle', filter: { text: 'Fassade' }, list: 'meine', shared: true }, 'helga.brandt'));
    const { vorgangId } = await openedVorgang(bench);
    await createdAufgabe(bench, vorgangId, {
      titel: { de: 'Prüfen: Fassade', en: 'Check: Fassade' },
      candidateRole: 'poststelle',
      assigneeId: bench.personId('ines.vogt'),
    });
    expect(await filters('helga.brandt')).toMatchObject([
      { name: 'Für alle', count: 0, own: true, owner: null, shared: true },
      { name: 'Für mich', count: 0, own: true, shared: false },
    ]);
    expect(await filters('ines.vogt')).toMatchObject([
      { name: 'Für alle', count: 1, own: false, owner: 'Helga Brandt', list: 'meine', filter: { text: 'Fassade' } },
    ]);
    expect((await filters('tomasz.sliwa')).map(({ name }) => name)).not.toContain('Für alle');
  });
});
