import { storable } from './storable.js';

describe('storable', () => {
  it('replaces what PostgreSQL cannot hold, in names and values at every depth', () => {
    expect(storable({ 'a\0': ['b\0c', { d: 'lone \ud83d, \ude00 and a pair \ud83d\ude00' }] })).toEqual({
      'a\uFFFD': ['b\uFFFDc', { d: 'lone \uFFFD, \uFFFD and a pair \ud83d\ude00' }],
    });
  });

  it('turns everything into what JSON gives back', () => {
    expect(storable({ at: new Date(0), nothing: undefined, zero: -0, number: 1.5, flag: false, none: null })).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      zero: 0,
      number: 1.5,
      flag: false,
      none: null,
    });
  });
});
