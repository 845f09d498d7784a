import { grammar, one, sequence } from './grammar.js';

describe('grammar', () => {
  it('refuses to start with a reference to a type that is not there', () => {
    expect(() => grammar({ Akte: sequence(one('Betreff', 'Text')) }, { root: 'Akte' })).toThrow('no type Text');
    expect(() => grammar({}, { root: 'Akte' })).toThrow('no type Akte');
  });
});
