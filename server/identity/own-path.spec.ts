import { ownPath } from './own-path.js';

describe('ownPath', () => {
  it.each([
    null,
    '',
    'aufgaben',
    'https://fremd.example',
    '//fremd.example',
    '/\\fremd.example',
    '/aufgaben\\x',
    '/ aufgaben',
    '/\n/fremd.example',
    '/api/session',
    '/anmelden?weiter=/x',
  ])('leads home instead of to %j', (wanted) => {
    expect(ownPath(wanted)).toBe('/');
  });

  it('keeps a path of ours with its question', () => {
    expect(ownPath('/akten/5?seite=2')).toBe('/akten/5?seite=2');
  });
});
