import { inspectPdf } from '../posteingang/examination/pdf/inspect-pdf.js';
import { pdfFrame } from '../posteingang/examination/pdf/frame.js';
import { renderSchreiben } from './render-schreiben.js';
import { schreibenOf, type Schreiben } from './schreiben.js';

const head = { mandant: 'Landkreis Musterkreis', aktenzeichen: '20.31.05-0001/2026/01' };
const schreiben: Schreiben = {
  title: 'Straßenöffnung: Größe und Maß',
  language: 'de-DE',
  recipient: ['Özgür Müller', 'Äußere Straße 5', '12345 Überlingen'],
  blocks: [
    { heading: 'Ihr Antrag' },
    { facts: [['Unser Zeichen', head.aktenzeichen]] },
    { paragraph: 'Sehr geehrter Herr Müller,' },
  ],
};

async function pageOf(content: Schreiben) {
  const bytes = Buffer.from(renderSchreiben(content, head));
  expect(pdfFrame(bytes)).toBe('sound');
  const report = await inspectPdf(bytes);
  return { ...report, bytes, text: report.lines.map(({ text }) => text).join('\n') };
}

describe('renderSchreiben', () => {
  it('cuts nothing and runs out of no page, however long a word, a paragraph or a value is', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `Wort${index}`);
    const long = {
      ...schreiben,
      title: 'x'.repeat(300),
      blocks: [
        { paragraph: words.join(' ') },
        { facts: [['y'.repeat(90), 'Wert '.repeat(500).trim()] as [string, string]] },
      ],
    };
    const { lines, pages, text } = await pageOf(long);
    expect(pages).toBeGreaterThan(2);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
    expect(text.match(/Wert/g)).toHaveLength(500);
    const boxes = lines.flatMap(({ spans }) => spans.map(({ box }) => box));
    expect(Math.max(...boxes.map(([, , right]) => right))).toBeLessThan(560);
    expect(Math.min(...boxes.map(([, bottom]) => bottom))).toBeGreaterThan(40);
  });

  it('shows every word with its umlauts, the authority and the Aktenzeichen', async () => {
    const { text } = await pageOf(schreiben);
    for (const words of [
      'Straßenöffnung: Größe und Maß',
      'Äußere Straße 5',
      'Ihr Antrag',
      'Seite 1 von 1',
      head.mandant,
    ]) {
      expect(text).toContain(words);
    }
  });

  it('tells people who hear the page its title, its language and its parts', async () => {
    const { bytes } = await pageOf(schreiben);
    const raw = bytes.toString('latin1');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain(`/Lang <${Buffer.from('de-DE').toString('hex')}>`);
    expect(raw).toContain('/S /H1');
    expect(raw).toContain('/S /H2');
  });

  it('gives equal bytes for equal words, and others for others', () => {
    const bytes = (content: Schreiben) => Buffer.from(renderSchreiben(content, head)).toString('base64');
    expect(bytes(structuredClone(schreiben))).toBe(bytes(schreiben));
    expect(bytes(schreibenOf('a', 'b'))).not.toBe(bytes(schreibenOf('a', 'c')));
  });
});
