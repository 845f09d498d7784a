import { TERM_IDS, type OwnWord } from '../contract/wording-views.js';
import { refuseForms, refuseTaken, termOf } from './wording.js';

const word = (own: Partial<OwnWord>): OwnWord => ({ term: 'akte', language: 'de', forms: ['Mappe', 'Mappen'], ...own });

describe('the rules of a word', () => {
  it('refuse a word that means two things in this language, and forms that are too few or too many', () => {
    expect(refuseForms('vorgang', 'en', ['matter', 'matters'])).toMatchObject({ code: 'wording.fixed' });
    expect(refuseForms('akte', 'en', null)).toMatchObject({ code: 'wording.fixed' });
    expect(refuseForms('akte', 'de', ['Mappe'])).toMatchObject({ code: 'wording.wrongForms' });
    expect(refuseForms('akte', 'de', ['Mappe', 'Mappen', 'Mapps'])).toMatchObject({ code: 'wording.wrongForms' });
    expect(refuseForms('akte', 'de', ['Mappe', 'Mappen'])).toBeNull();
    expect(refuseForms('akte', 'de', null)).toBeNull();
  });

  it('refuse the word of another thing, however it is written, and whether said by everybody or here alone', () => {
    const clash = { code: 'wording.taken' };
    expect(refuseTaken(word({ forms: ['Vorgang', 'Vorgänge'] }), [])).toMatchObject(clash);
    expect(refuseTaken(word({ forms: ['vorgang', 'Vorgangsmappen'] }), [])).toMatchObject(clash);
    const own = [word({ term: 'vorgang', forms: ['Fall', 'Falls', 'Fälle', 'Fällen'] })];
    expect(refuseTaken(word({ forms: ['Fall', 'Faelle'] }), own)).toMatchObject(clash);
    // The other thing may get its old name back at any time.
    expect(refuseTaken(word({ forms: ['Vorgang', 'Vorgänge'] }), own)).toMatchObject(clash);
    expect(refuseTaken(word({ forms: ['Fall', 'Fälle'] }), [])).toBeNull();
    expect(refuseTaken(word({}), own)).toBeNull();
    expect(refuseTaken(word({}), [word({})])).toBeNull();
  });

  it('hold for the words of everybody', () => {
    for (const language of ['de', 'en'] as const) {
      for (const term of TERM_IDS) {
        const standard = termOf(term, language);
        const forms = [...(standard?.forms ?? [])];
        if (standard) expect(refuseTaken({ term, language, forms }, [])).toBeNull();
      }
    }
  });
});
