import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('s'), () => 1])('throws for %p', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });

  it('sorts members by UTF-16 code units at every depth (example of RFC 8785, section 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, text]) => text);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('writes numbers and literals as RFC 8785 does (its example, section 3.2.2)', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('gives equal values the same text, whatever the order of their members', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: 2 })).toBe(canonicalJson({ a: 2, b: [{ d: 1 }] }));
  });
});
