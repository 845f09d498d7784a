import { lineOfText, optionalLine } from './line-of-text.js';

describe('lineOfText', () => {
  it.each([
    ['nothing', ''],
    ['only white space', ' \t '],
    ['more than it may be', 'x'.repeat(11)],
    ['a control character', 'a\u0007b'],
    ['a line break', 'a\nb'],
    ['letters that turn the others round', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a letter without width', 'a\u200bb'],
    ['a byte order mark', 'a\ufeffb'],
  ])('refuses %s', (_, text) => {
    expect(lineOfText(10).safeParse(text).success).toBe(false);
  });

  it('takes the rest as it is, in NFC and without white space around it', () => {
    expect(lineOfText(10).parse('  Gebu\u0308hr\u00a0Ṟ ')).toBe('Gebühr\u00a0Ṟ');
  });
});

describe('optionalLine', () => {
  it('refuses what nobody sees, and takes nothing at all', () => {
    expect(optionalLine(10).safeParse('a\u202eb').success).toBe(false);
    expect(optionalLine(10).parse(' ')).toBe('');
  });
});
