import { addressesIn, isAddress, mailObstacles, type MailDraft } from './postausgang.js';

const draft: MailDraft = { to: ['anna@kreis.example'], subject: 'Gehweg', text: 'Guten Tag', attachedBytes: 7 };
const codes = (own: Partial<MailDraft>) => mailObstacles({ ...draft, ...own }).map(({ code }) => code);

describe('mailObstacles', () => {
  it('refuses a mail to nobody and one to more than twenty', () => {
    expect(codes({ to: [] })).toEqual(['postausgang.noRecipient']);
    const many = Array.from({ length: 21 }, (_, index) => `a${index}@kreis.example`);
    expect(codes({ to: many })).toEqual(['postausgang.tooManyRecipients']);
  });

  it.each(['Gehweg\r\nBcc: all@kreis.example', 'Gehweg\nX: y', 'a\u0000b', 'a\u2028b', 'x'.repeat(251)])(
    'refuses the subject %j, which could begin a header of its own',
    (subject) => {
      expect(codes({ subject })).toEqual(['postausgang.badSubject']);
    },
  );

  it('refuses what is too long or too large', () => {
    expect(codes({ text: 'x'.repeat(100_001) })).toEqual(['postausgang.textTooLong']);
    expect(codes({ attachedBytes: 20_000_001 })).toEqual(['postausgang.attachmentsTooLarge']);
  });

  it('tells everything at once', () => {
    expect(codes({ to: ['x'], subject: 'a\nb', attachedBytes: 1e9 })).toEqual([
      'postausgang.badAddress',
      'postausgang.badSubject',
      'postausgang.attachmentsTooLarge',
    ]);
  });

  it('lets an ordinary mail pass', () => {
    expect(codes({})).toEqual([]);
  });
});

describe('isAddress', () => {
  it.each([
    'anna',
    'anna@',
    '@kreis.example',
    'anna@kreis',
    'a b@kreis.example',
    'anna@kreis.example\r\nRCPT TO:<x@y.example>',
    'anna@kreis.example\n',
    '<anna@kreis.example>',
    'Anna <anna@kreis.example>',
    '"a b"@kreis.example',
    'a..b@kreis.example',
    '.a@kreis.example',
    'anna@[127.0.0.1]',
    'anna@-kreis.example',
    'anna@kreis..example',
    'ännä@kreis.example',
    `${'x'.repeat(65)}@kreis.example`,
    `a@${'x'.repeat(60)}.${'y.'.repeat(100)}example`,
  ])('refuses %j', (text) => {
    expect(isAddress(text)).toBe(false);
  });

  it.each([
    'anna.weiß'.replace('ß', 'ss') + '+az@kreis.example',
    "o'neil@amt.kreis.example",
    'x@xn--mller-kva.example',
  ])('takes %s', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  it('is decided in no time, whatever the text looks like', () => {
    const begun = performance.now();
    for (const text of [`${'a.'.repeat(20_000)}@`, `a@${'a-'.repeat(20_000)}`, `a@${'a.'.repeat(20_000)}`])
      isAddress(text);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('addressesIn', () => {
  it('reads lists as people and variables write them, each address once', () => {
    expect(addressesIn('a@x.example, b@x.example;\n a@x.example ,')).toEqual(['a@x.example', 'b@x.example']);
  });
});
