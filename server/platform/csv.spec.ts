import { csvLine, notAFormula } from './csv.js';

describe('a line of a table', () => {
  it.each(['=1+1', '+49', '-1', '@SUM', '\t=1', '\r=1'])('holds no formula: %j', (text) => {
    expect(notAFormula(text)).toBe(`'${text}`);
  });

  it('keeps what is no formula, and quotes marks of its own', () => {
    expect(csvLine([1, 'Betrag; "brutto"', ''])).toBe('"1";"Betrag; ""brutto""";""\r\n');
  });
});
