import { storableVariables } from './storable-variables.js';

describe('storableVariables', () => {
  it.each([
    ['a text with NUL', 'a\0b'],
    ['a name with NUL', { 'a\0': 1 }],
    ['half a character', '\ud800'],
    ['a number that JSON does not know', NaN],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a bigint', 1n],
    ['a megabyte three times', 'x'.repeat(3 * 1024 * 1024)],
    ['endless nesting', JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`)],
  ])('refuses %s', (_, value) => {
    expect(() => storableVariables({ angabe: value })).toThrow(/variable/);
  });

  it('keeps JSON as it is, and what is undefined as null', () => {
    const variables = { a: [1, 'ä', { b: null }], c: true };
    expect(storableVariables({ ...variables, d: undefined })).toEqual({ ...variables, d: null });
  });
});
