import { base32, codeAt, enrolmentUri, matchingStep, stepOf } from './totp.js';

/** The secret of the examples in RFC 4226 and RFC 6238. */
const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1_000);

describe('a code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('of second %d is the one of RFC 6238, appendix B', (seconds, code) => {
    expect(codeAt(SECRET, stepOf(at(seconds)))).toBe(code);
  });

  it.each(['', '28708', '2870820', '287083', 'abcdef', '２８７０８２'])('%j is refused', (code) => {
    expect(matchingStep(SECRET, code, at(59), 0)).toBeNull();
  });

  it('counts 30 seconds before and after its time, and not 60', () => {
    const step = stepOf(at(1_234_567_890));
    const code = codeAt(SECRET, step);
    const match = (seconds: number) => matchingStep(SECRET, code, at(1_234_567_890 + seconds), 0);
    expect([-60, -30, 0, 30, 60].map(match)).toEqual([null, step, step, step, null]);
  });

  it('counts once, and none from before it counts after it', () => {
    const now = at(1_234_567_890);
    const step = stepOf(now);
    expect(matchingStep(SECRET, codeAt(SECRET, step), now, step)).toBeNull();
    expect(matchingStep(SECRET, codeAt(SECRET, step - 1), now, step)).toBeNull();
    expect(matchingStep(SECRET, codeAt(SECRET, step + 1), now, step)).toBe(step + 1);
  });
});

describe('what an app is given', () => {
  it('is the secret in base 32 (RFC 4648, section 10)', () => {
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ]);
  });

  it('names house and person, whatever letters they have', () => {
    const uri = new URL(enrolmentUri(SECRET, 'Amir Ṟaḵīmov', 'Laufmappe Musterkreis: Süd'));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(uri.pathname)).toBe('/Laufmappe Musterkreis: Süd:Amir Ṟaḵīmov');
    expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});
