import { calendarDay, lineOfText, linesOfText, optionalLine, reason } from './typed-text.js';

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

describe('linesOfText', () => {
  it.each(['a\u0000b', 'a\u202eb', 'a\u200bb', 'a\u00adb', 'x'.repeat(11)])('refuses %j', (text) => {
    expect(linesOfText(10).safeParse(text).success).toBe(false);
  });

  it('takes line breaks and tabs, and nothing at all', () => {
    expect(linesOfText(10).parse(' a\r\n\tu\u0308 ')).toBe('a\r\n\tü');
    expect(linesOfText(10).parse(' ')).toBe('');
  });
});

describe('a reason', () => {
  it.each(['', '  ', 'ab', 'x'.repeat(501), 'warum\u202e'])('is refused as %j', (text) => {
    expect(reason.safeParse(text).success).toBe(false);
  });
});

describe('calendarDay', () => {
  it.each(['0000-01-01', '1499-12-31', '2200-01-01', '2026-02-31', '1.2.2026'])('refuses %s', (day) => {
    expect(calendarDay().safeParse(day).success).toBe(false);
  });
});
