import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import type { ActInput } from '../contract/acts.js';
import { changeWord } from './change-word.js';
import { loadOwnWords, loadWording } from './wording.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const FORMS = ['Geschäftszeichen', 'Geschäftszeichens'];
const change = (own: Partial<ActInput<'wording.changeWord'>> = {}, login = 'kim.okafor') =>
  bench.perform(login, changeWord, { term: 'aktenzeichen', language: 'de', forms: FORMS, version: 0, ...own });
const words = () => bench.database.transaction(bench.mandantId, loadOwnWords);

describe('changeWord', () => {
  it('refuses whoever is no administrator', async () => {
    expect(await change({}, 'helga.brandt')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it.each([
    ['an unknown term', { term: 'constructor' }],
    ['an unknown language', { language: 'fr' }],
    ['an empty form', { forms: ['Geschäftszeichen', ' '] }],
    ['10,000 characters', { forms: ['x'.repeat(10_000), 'y'] }],
    ['text that turns its direction', { forms: ['Zei\u202echen', 'Zeichens'] }],
    ['markup', { forms: ['<b>Zeichen</b>', 'Zeichens'] }],
    ['a place to be filled', { forms: ['{$name}', 'Zeichens'] }],
    ['what would look like an id', { forms: [':@@id:Zeichen', 'Zeichens'] }],
    ['a sentence', { forms: ['Zeichen. Sofort zahlen!', 'Zeichens'] }],
    ['an emoji', { forms: ['🗂️', '🗂️s'] }],
    ['no forms', { forms: [] }],
  ])('refuses %s', async (_what, bad) => {
    expect(await change(bad as object)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses too few forms, a word that stays, a word that is taken', async () => {
    expect(await change({ forms: ['Zeichen'] })).toMatchObject({ code: 'wording.wrongForms' });
    expect(await change({ term: 'vorgang', language: 'en' })).toMatchObject({ code: 'wording.fixed' });
    // A word that no other test of this file changes: its version is 0 in every order, and so is the one that is taken.
    const taken = await change({ term: 'teilakte', forms: ['Registratur', 'Registraturen'] });
    expect(taken).toMatchObject({ code: 'wording.taken' });
  });

  it('refuses the second of two who change it on the same state, and of two who give two things one name', async () => {
    const mail = { term: 'poststelle' } as const;
    const answers = await Promise.all([
      change({ ...mail, forms: ['Postamt', 'Postämter'] }),
      change({ ...mail, forms: ['Botenmeisterei', 'Botenmeistereien'] }),
    ]);
    expect(answers.filter((answer) => 'code' in answer)).toMatchObject([{ code: 'platform.stale' }]);
    const both = await Promise.all([
      change({ term: 'akte', forms: ['Mappe', 'Mappen'] }),
      change({ term: 'umlaufmappe', forms: ['Mappe', 'Mappen'] }),
    ]);
    expect(both.filter((answer) => 'code' in answer)).toMatchObject([{ code: 'wording.taken' }]);
  });

  it('keeps each form in NFC, tells who it was, and writes both wordings into the Protokoll', async () => {
    const forms = ['Gescha\u0308ftszeichen', 'Gescha\u0308ftszeichens'];
    expect(done(await change({ forms }))).toEqual({ version: 1, before: null });
    expect(await words()).toContainEqual({ term: 'aktenzeichen', language: 'de', forms: FORMS });
    const { items } = await bench.database.transaction(bench.mandantId, loadWording);
    const row = items.find(({ term }) => term === 'aktenzeichen');
    expect(row).toMatchObject({ forms: FORMS, version: 1, changedBy: 'Kim Okafor' });
    const payload = { word: 'Aktenzeichen', language: 'de', before: null, forms: FORMS };
    const entries = await bench.protokoll(bench.mandantId);
    expect(entries).toContainEqual(expect.objectContaining({ action: 'wording.changeWord', payload }));
  });

  it('takes itself back, to what was said before', async () => {
    const later = { term: 'wiedervorlage', forms: ['Rückschau', 'Rückschauen'] } as const;
    const said = { ...later, language: 'de' };
    const first = { ...later, forms: [...later.forms] };
    done(await change(first));
    const back = done(await change({ ...first, version: 1, forms: null }));
    expect(back).toEqual({ version: 2, before: later.forms });
    expect(await words()).not.toContainEqual(said);
    done(await change({ ...first, version: 2, forms: back.before }));
    expect(await words()).toContainEqual(said);
  });
});
