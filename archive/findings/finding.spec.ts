import { finding, FINDINGS } from './finding.js';
import { createReport } from './report.js';

describe('finding', () => {
  it('makes control characters of hostile values visible and cuts long ones', () => {
    const found = finding('structure.text', { path: '/a' }, { found: `\u0007${'x'.repeat(300)}` });
    expect(found.de).toContain('„\\u0007xxx');
    expect(found.de.length).toBeLessThan(200);
  });

  it('fills each language with its own words', () => {
    const found = finding(
      'structure.value',
      { path: '/a' },
      { expected: { de: 'ein Datum', en: 'a date' }, found: 'x' },
    );
    expect(found.de).toBe('Erwartet: ein Datum. Gefunden: „x“.');
    expect(found.en).toBe('Expected: a date. Found: "x".');
  });

  it('does not fill places that a value brought along', () => {
    const found = finding('message.prefix', { path: '/a' }, { found: '{found}' });
    expect(found.en).toBe('Expected: namespace prefix "xdomea". Found: "{found}".');
  });

  it('has a sentence and a remedy in both languages for every code', () => {
    for (const text of Object.values(FINDINGS)) {
      const sentences = [text.de, text.en, text.remedy.de, text.remedy.en];
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÄÖÜ].*[.}]$/);
      // Both languages speak of the same values.
      expect(placesOf(text.de)).toEqual(placesOf(text.en));
    }
  });
});

describe('report', () => {
  it('keeps the first findings up to its limit and then says once that there are more', () => {
    const report = createReport(2);
    for (let index = 0; index < 5; index += 1) report.add('record.betreffEmpty', { path: `/${index}` });
    expect(report.findings().map(({ code }) => code)).toEqual([
      'record.betreffEmpty',
      'record.betreffEmpty',
      'message.tooManyFindings',
    ]);
  });
});

function placesOf(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+\}/g))].sort();
}
