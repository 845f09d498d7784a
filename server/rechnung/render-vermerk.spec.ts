import { inspectPdf } from '../posteingang/examination/pdf/inspect-pdf.js';
import { pdfFrame } from '../posteingang/examination/pdf/frame.js';
import { renderFreigabevermerk, VERMERK_SIGNATURE_BOX, type Freigabevermerk } from './render-vermerk.js';

const vermerk: Freigabevermerk = {
  aktenzeichen: '20.31.02-2026/0004-01',
  betreff: 'Rechnung R-2026-0817, Straßenbau Nordholt GmbH',
  mandant: 'Landkreis Musterkreis',
  rechnung: {
    kreditor: 'Straßenbau Nordholt GmbH',
    nummer: 'R-2026-0817',
    datum: '2026-11-03',
    betragCent: 1_245_080,
    waehrung: 'EUR',
    iban: 'DE02120300000000202051',
    leitwegKennung: '04011000-12345-03',
    quelle: 'ubl',
  },
  zeichnungen: [
    {
      art: 'sachlich',
      person: 'Şükrü Łukaszewicz',
      unit: 'Tiefbau',
      at: new Date('2026-11-04T09:30:00Z'),
      decision: 'richtig',
      bemerkung: 'Aufmaß geprüft.',
    },
    {
      art: 'mitzeichnung',
      person: 'Anna Ẅeiß',
      unit: 'Kämmerei',
      at: new Date('2026-11-05T23:10:00Z'),
      decision: 'mitzeichnen',
      bemerkung: '',
    },
  ],
  createdAt: new Date('2026-11-06T08:00:00Z'),
};

async function pageOf(data: Freigabevermerk) {
  const bytes = Buffer.from(renderFreigabevermerk(data));
  expect(pdfFrame(bytes)).toBe('sound');
  const report = await inspectPdf(bytes);
  return { ...report, text: report.lines.map(({ text }) => text).join('\n') };
}

describe('renderFreigabevermerk', () => {
  it('does not die of letters that the font does not have', async () => {
    const odd = { ...vermerk, betreff: '\u0000 𝔘 😀 漢字 \ud800 C\u0306 \u202Etxt' };
    expect((await pageOf(odd)).pages).toBe(1);
  });

  it('lets no long name or remark run out of the page', async () => {
    const long = {
      ...vermerk,
      betreff: 'x'.repeat(900),
      zeichnungen: vermerk.zeichnungen.map((z) => ({ ...z, bemerkung: 'Wort '.repeat(400) })),
    };
    const { lines, pages } = await pageOf(long);
    expect(pages).toBeGreaterThan(1);
    const rights = lines.flatMap(({ spans }) => spans.map(({ box }) => box[2]));
    expect(Math.max(...rights)).toBeLessThan(595);
    const words = lines.map(({ text }) => text.match(/Wort/g)?.length ?? 0).reduce((a, b) => a + b, 0);
    expect(words).toBe(800);
  });

  it('keeps the place of the Schlusszeichnung free', async () => {
    const many = { ...vermerk, zeichnungen: Array.from({ length: 30 }, () => vermerk.zeichnungen[0]!) };
    const { box } = VERMERK_SIGNATURE_BOX;
    for (const data of [vermerk, many]) {
      const inside = (await pageOf(data)).lines.filter(({ page, spans }) => {
        return (
          page === 1 &&
          spans.some(({ box: [left, bottom, right, top] }) => {
            return left < box.x + box.width && right > box.x && bottom < box.y + box.height && top > box.y;
          })
        );
      });
      expect(inside).toEqual([]);
    }
  });

  it('says in words what is to be paid and who stated what, when in Berlin', async () => {
    const { text, pages } = await pageOf(vermerk);
    expect(pages).toBe(1);
    for (const words of [
      'Freigabevermerk',
      '12.450,80 €',
      '3. November 2026',
      'DE02 1203',
      'Şükrü Łukaszewicz, Tiefbau',
      'sachlich richtig',
      'mitgezeichnet',
      '06.11.2026, 00:10 Uhr',
      'Aufmaß geprüft.',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says that somebody declined', async () => {
    const declined = { ...vermerk, zeichnungen: [{ ...vermerk.zeichnungen[1]!, decision: 'ablehnen' }] };
    expect((await pageOf(declined)).text).toContain('abgelehnt');
  });

  it('is the same for the same data, byte for byte', () => {
    expect(renderFreigabevermerk(vermerk)).toEqual(renderFreigabevermerk(vermerk));
  });

  it('carries title, language and structure for people who hear it', () => {
    const raw = Buffer.from(renderFreigabevermerk(vermerk)).toString('latin1');
    expect(raw).toContain(`/Title <${Buffer.from('Freigabevermerk 20.31.02-2026/0004-01').toString('hex')}>`);
    expect(raw).toMatch(/\/Lang <64652d4445>/);
    expect(raw).toMatch(/\/MarkInfo << \/Marked true >>/);
    expect(raw).toMatch(/\/S \/H1/);
    expect(raw).not.toMatch(/\/BaseFont \/(Helvetica|Times)/);
  });
});
