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
    ['a joiner between Latin letters', 'M\u00fc\u200dller'],
    ['a non-joiner between Latin letters', 'M\u00fc\u200cller'],
    ['a non-joiner at the end', '\u0645\u06cc\u200c'],
    ['a non-joiner at the beginning', '\u200c\u0645\u06cc'],
    ['two non-joiners', '\u0645\u06cc\u200c\u200c\u0645'],
    ['a joiner between an emoji and a letter', '\u{1f469}\u200da'],
    ['a non-joiner between emoji', '\u{1f469}\u200c\u{1f467}'],
    ['a byte order mark', 'a\ufeffb'],
  ])('refuses %s', (_, text) => {
    expect(lineOfText(10).safeParse(text).success).toBe(false);
  });

  it.each([
    ['the non-joiner of a Persian word', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
    ['the joiner of a Sinhala name', '\u0dc1\u0dca\u200d\u0dbb\u0dd3'],
    ['a non-joiner after a virama', '\u0915\u094d\u200c\u0937'],
    ['a family', '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}'],
    ['an emoji with its colours and its variant', '\u{1f575}\u{1f3fd}\ufe0f\u200d\u2640\ufe0f'],
    ['right-to-left letters without any mark', '\u05de\u05e8\u05d9\u05dd \u05dc\u05d5\u05d9'],
  ])('takes %s', (_, text) => {
    expect(lineOfText(20).parse(text)).toBe(text);
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
