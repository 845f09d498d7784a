import { translate } from './translate.js';

describe('translate', () => {
  it('keeps a text that the dictionary does not know', () => {
    expect(translate('de', 'Something new')).toBe('Something new');
  });

  it('leaves English alone where English is chosen', () => {
    expect(translate('en', 'Delete')).toBe('Delete');
  });

  it('says it in German and fills the places', () => {
    expect(translate('de', 'Delete')).toBe('Löschen');
    expect(translate('de', 'Open {element}', { element: 'x' })).toBe('x öffnen');
  });
});
