import { NOTHING_FOUND } from '../../test/support/eingaenge.js';
import type { Examination, MailFacts, RechnungFacts } from '../contract/examination.js';
import { duplicateReason, likeness, marksOf } from './duplicates.js';

const letter = (own: Partial<Examination> = {}): Examination => ({ ...NOTHING_FOUND, ...own });
const invoice = (nummer: string, kreditor: string) => ({ nummer, kreditor }) as RechnungFacts;
const mail = (messageId: string | null) => ({ messageId }) as MailFacts;
/** 400 words, each different. */
const TEXT = Array.from({ length: 400 }, (_, index) => `wort${index * 7}`).join(' ');
const misread = (text: string, every: number) =>
  text
    .split(' ')
    .map((word, index) => (index % every === 0 ? `${word}x` : word))
    .join(' ');

describe('duplicateReason', () => {
  it('does not take two letters for one because they come from one sender', () => {
    expect(duplicateReason(letter({ sender: 'Muster KG' }), letter({ sender: 'Muster KG' }))).toBeNull();
  });

  it('does not take the same number of another sender for the same invoice', () => {
    const [one, other] = [invoice('RE-1', 'Muster KG'), invoice('RE-1', 'Andere GmbH')];
    expect(duplicateReason(letter({ rechnung: one }), letter({ rechnung: other }))).toBeNull();
  });

  it.each([
    ['number', { rechnung: invoice('RE-1', 'Muster KG') }, { rechnung: invoice('RE-2', 'Muster KG') }],
    ['sender', { sender: 'Muster KG' }, { sender: 'Andere GmbH' }],
    ['day', { letterDate: '2026-11-01' }, { letterDate: '2026-11-02' }],
    ['amount', { amountCent: 100 }, { amountCent: 200 }],
  ] as const)(
    'does not take nearly equal texts for one where another %s says that they are two',
    (_what, one, other) => {
      expect(
        duplicateReason(letter({ textExcerpt: TEXT, ...one }), letter({ textExcerpt: TEXT, ...other })),
      ).toBeNull();
    },
  );

  it('does not compare greetings', () => {
    expect(likeness('Sehr geehrte Damen und Herren', 'Sehr geehrte Damen und Herren')).toBe(0);
    expect(marksOf(letter({ textExcerpt: 'Sehr geehrte Damen und Herren' }))).toEqual([]);
  });

  it('knows a mail by its id, however it is written', () => {
    expect(
      duplicateReason(letter({ mail: mail('<A@muster.example>') }), letter({ mail: mail('<a@muster.example> ') })),
    ).toBe('message');
    expect(duplicateReason(letter({ mail: mail(null) }), letter({ mail: mail(null) }))).toBeNull();
  });

  it('knows an invoice by sender and number, however they are written', () => {
    const [one, other] = [invoice('RE 2026/1', 'Muster KG'), invoice('re-2026-1', 'MUSTER KG')];
    expect(duplicateReason(letter({ rechnung: one }), letter({ rechnung: other }))).toBe('number');
  });

  it('knows a letter that was scanned twice by its text, and not one that says something else', () => {
    expect(duplicateReason(letter({ textExcerpt: TEXT }), letter({ textExcerpt: misread(TEXT, 80) }))).toBe('text');
    expect(duplicateReason(letter({ textExcerpt: TEXT }), letter({ textExcerpt: misread(TEXT, 8) }))).toBeNull();
  });
});

describe('marksOf', () => {
  it('finds nothing by what is in quarantine', () => {
    expect(marksOf(letter({ outcome: 'quarantaene', sender: 'Muster KG', mail: mail('<a@b>') }))).toEqual([]);
  });

  it('gives texts of nearly the same words a mark in common, and other texts none', () => {
    const textsOf = (textExcerpt: string) =>
      marksOf(letter({ textExcerpt })).filter(({ kind }) => kind.startsWith('text'));
    const common = (other: string) => {
      const theirs = textsOf(other).map(({ kind, value }) => `${kind} ${value}`);
      return textsOf(TEXT).filter(({ kind, value }) => theirs.includes(`${kind} ${value}`)).length;
    };
    expect(textsOf(TEXT)).toHaveLength(3);
    expect(common(misread(TEXT, 200))).toBeGreaterThan(0);
    expect(common(TEXT.replaceAll('wort', 'word'))).toBe(0);
  });

  it('names number and mail, and not the sender, who writes many letters', () => {
    const found = marksOf(
      letter({ sender: ' Muster KG', rechnung: invoice('RE-1', 'Muster KG'), mail: mail('<a@b>') }),
    );
    expect(found).toEqual([
      { kind: 'message', value: '<a@b>' },
      { kind: 'number', value: 're1 muster kg' },
    ]);
  });
});
