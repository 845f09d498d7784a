import type { TextLine } from './text-line.js';
import { findTextFacts } from './find-facts.js';
import { kindOf } from './kind-of.js';
import { senderOf, subjectOf } from './letter-head.js';
import { linesOfText } from './text-line.js';

const factsOf = (text: string) => findTextFacts(linesOfText(text), null);

describe('findTextFacts', () => {
  it('takes no day that does not exist', () => {
    expect(factsOf('Datum: 31.02.2026').letterDate).toBeNull();
    expect(factsOf('Datum: 45.13.2026').letterDate).toBeNull();
  });

  it('takes no IBAN with wrong check digits', () => {
    expect(factsOf('IBAN DE03 1203 0000 0000 2020 51').iban).toBeNull();
  });

  it('takes a row of labels for no Aktenzeichen', () => {
    expect(factsOf('Ihr Zeichen  Unser Zeichen  Datum').aktenzeichen).toEqual([]);
  });

  it('takes the sum of surcharges for no total', () => {
    expect(factsOf('Gesamtbetrag der Zuschläge  5,80\nBruttosumme  215,07').amountCent).toBe(21_507);
  });

  it('prefers the sum to pay to every other sum, wherever it stands', () => {
    expect(factsOf('Zahlbetrag: 119,00 €\nSumme 100,00\nGesamtbetrag 119,50').amountCent).toBe(11_900);
  });

  it.each([
    ['Rechnungsdatum: 03.11.2026', '2026-11-03'],
    ['Musterstadt, den 3. November 2026', '2026-11-03'],
    ['Datum 3. 11. 26', '2026-11-03'],
    ['Date: 2026-11-03', '2026-11-03'],
    ['Leistung am 01.10.2026\nRechnungsdatum 03.11.2026', '2026-11-03'],
  ])('reads the day in %j', (text, day) => {
    expect(factsOf(text).letterDate).toBe(day);
  });

  it.each([
    ['Rechnungsbetrag 12.450,80 €', 1_245_080],
    ['Gesamtbetrag: EUR 7,05', 705],
    ['zu zahlen 1\u00a0234\u00a0567,89', 123_456_789],
  ])('reads the amount in %j', (text, cent) => {
    expect(factsOf(text).amountCent).toBe(cent);
  });

  it.each([
    ['Rechnungsnummer: R-2026/0817', 'R-2026/0817'],
    ['Rechnungs-Nr. 471102', '471102'],
    ['Handelsrechnung Nr. TX-471102 vom 30.10.2019', 'TX-471102'],
    ['Rechnung # RE-20151008/504 von 08.10.2015', 'RE-20151008/504'],
  ])('reads the invoice number in %j', (text, nummer) => {
    expect(factsOf(text).nummer).toBe(nummer);
  });

  it.each([
    ['Ihr Zeichen: 20.31.02-2024/0007', ['20.31.02-2024/0007']],
    ['Aktenzeichen 63-BG-2026-00417 vom 3. Mai', ['63-BG-2026-00417']],
    ['Az.: 32-2026/0417, hiermit widerspreche ich', ['32-2026/0417']],
  ])('reads the Aktenzeichen in %j', (text, aktenzeichen) => {
    expect(factsOf(text).aktenzeichen).toEqual(aktenzeichen);
  });

  it('reads Leitweg-ID and due day', () => {
    const facts = factsOf('Leitweg-ID: 04011000-12345-03\nZahlbar ohne Abzug bis 14.12.2026');
    expect(facts).toMatchObject({ leitwegKennung: '04011000-12345-03', faelligAm: '2026-12-14' });
  });

  it('says where on the page a value stands', () => {
    const line: TextLine = {
      text: 'Rechnungsbetrag  100,00 €',
      page: 2,
      spans: [
        { start: 0, end: 15, box: [50, 700, 125, 710] },
        { start: 17, end: 25, box: [400, 700, 480, 710] },
      ],
    };
    expect(findTextFacts([line], 3).places).toEqual([
      { field: 'amountCent', text: '100,00', part: 3, page: 2, box: [400, 700, 460, 710] },
    ]);
  });
});

describe('kindOf', () => {
  it('says nothing where no word points anywhere', () => {
    expect(kindOf('', 'Guten Tag')).toBeNull();
  });

  it.each([
    ['2. Mahnung zu Rechnung 17', 'mahnung'],
    ['Widerspruch gegen die Ablehnung meines Antrags', 'widerspruch'],
    ['Rechnung 17', 'rechnung'],
    ['Antrag auf Verlängerung', 'antrag'],
  ])('takes %j for a %s', (title, kind) => {
    expect(kindOf(title, '')).toBe(kind);
  });

  it('believes the title more than the text', () => {
    expect(kindOf('Antrag auf Stundung', 'Ihre Mahnung und Rechnung')).toBe('antrag');
  });
});

describe('the head of a letter', () => {
  it('takes the sender from the return address', () => {
    expect(senderOf(linesOfText('Briefkopf\nBau GmbH · Weg 1 · 12345 Ort\nLandkreis'))?.text).toBe('Bau GmbH');
  });

  it('takes the letterhead where there is no return address', () => {
    expect(senderOf(linesOfText('17\nMargarete Oldenhoff\nWeg 1'))?.text).toBe('Margarete Oldenhoff');
  });

  it('takes the line that is named as the subject', () => {
    expect(subjectOf(linesOfText('Antrag stellen\nBetreff: Heckenschnitt'))).toBe('Heckenschnitt');
  });
});
