import { composePdf } from '../../../platform/pdf/compose-pdf.js';
import { A4 } from '../../../platform/pdf/drawing.js';
import { inspectPdf } from './inspect-pdf.js';
import { pdfFrame } from './frame.js';
import { pageLines, type PlacedText } from './page-lines.js';

const info = { title: 'T', author: 'A', language: 'de-DE', createdAt: new Date('2026-11-03T00:00:00Z') } as const;

function pdfWith(text: string, pages = 1): Buffer {
  const run = { text, x: 100, baseline: 700, size: 10, weight: 'Regular', colour: [0, 0, 0] } as const;
  const page = { ...A4, items: [{ kind: 'text', role: 'P', runs: [run] }] } as const;
  return Buffer.from(
    composePdf(
      info,
      Array.from({ length: pages }, () => page),
    ),
  );
}

/** Puts an entry into the catalog in place of the language, byte for byte as long. */
function withCatalogEntry(pdf: Buffer, entry: string): Buffer {
  const text = pdf.toString('latin1');
  const language = '/Lang <64652d4445>';
  return Buffer.from(text.replace(language, entry.padEnd(language.length)), 'latin1');
}

describe('inspectPdf', () => {
  it('leaves a PDF that does not open to a person', async () => {
    expect(await inspectPdf(Buffer.from('%PDF-1.7 and nothing'))).toMatchObject({
      outcome: 'klaerung',
      reason: 'pdf.unreadable',
    });
  });

  it('calls a PDF damaged that a reader would repair without a word', async () => {
    const pdf = pdfWith('Guten Tag');
    const broken = Buffer.from(pdf.toString('latin1').replace(/startxref\n\d+/, 'startxref\n17'), 'latin1');
    expect(pdfFrame(broken)).toBe('damaged');
    expect(await inspectPdf(broken)).toMatchObject({ outcome: 'klaerung', reason: 'pdf.damaged' });
  });

  it('calls a PDF damaged that lost its end', () => {
    expect(pdfFrame(pdfWith('Guten Tag').subarray(0, -30))).toBe('damaged');
  });

  it('warns about a script and never runs it', async () => {
    const objects = pdfWith('Guten Tag').toString('latin1');
    const number = objects.match(/\d+ 0 obj/g)!.length;
    const pdf = withCatalogEntry(pdfWith('Guten Tag'), `/OpenAction ${number - 1} 0 R`);
    const action = '<</S/JavaScript/JS(globalThis.hacked=1)>>';
    // The information dictionary is not needed to read the page: its object becomes the action.
    const spoilt = Buffer.from(
      pdf.toString('latin1').replace(/<< \/Title .*? >>/s, (found) => action.padEnd(found.length)),
      'latin1',
    );
    const report = await inspectPdf(spoilt);
    expect(report.notes).toContain('pdf.script');
    expect('hacked' in globalThis).toBe(false);
  });

  it('reads text, pages and places', async () => {
    const report = await inspectPdf(pdfWith('Şükrü, Größe 12', 3));
    expect(report).toMatchObject({ outcome: 'geprueft', notes: [], pages: 3, textLayer: 'text' });
    expect(report.lines[0]).toMatchObject({ text: 'Şükrü, Größe 12', page: 1 });
    const [left, bottom, , top] = report.lines[0]!.spans[0]!.box;
    expect([left, Math.round(bottom), Math.round(top)]).toEqual([100, 698, 708]);
  });

  it('reads only the first thirty pages of a long file and says so', async () => {
    const report = await inspectPdf(pdfWith('Seite', 31));
    expect(report.notes).toEqual(['pdf.manyPages']);
    expect(report.lines).toHaveLength(30);
  });
});

describe('pageLines', () => {
  const piece = (text: string, left: number, baseline: number): PlacedText => ({
    text,
    left,
    baseline,
    width: text.length * 5,
    size: 10,
  });

  it('joins label and value that were written far apart', () => {
    const lines = pageLines([piece('100,00', 400, 499), piece('Anderes', 50, 400), piece('Zahlbetrag', 50, 500)], 1);
    expect(lines.map(({ text }) => text)).toEqual(['Zahlbetrag  100,00', 'Anderes']);
  });

  it('joins a word that was written letter by letter', () => {
    expect(pageLines([piece('R', 50, 500), piece('e', 55, 500), piece('st', 60.5, 500)], 1)[0]?.text).toBe('Rest');
  });
});
