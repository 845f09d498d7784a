import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Examination } from '../../contract/examination.js';
import { isRejection } from '../../contract/rejections.js';
import { createExaminer } from '../../posteingang/examination/examine.js';
import { isValidIban } from '../../rechnung/iban.js';
import { writeDemoLetters, type DemoLetter } from './demo-letters.js';
import { GAERTNEREI, GEBAEUDETECHNIK, LEITWEG_KENNUNG } from './invoice-data.js';

let letters: DemoLetter[];
let examinations: Examination[];
beforeAll(async () => {
  letters = await writeDemoLetters('2026-11-25', randomBytes(32));
  const scratchFolder = await mkdtemp(join(tmpdir(), 'laufmappe-letters-'));
  const examiner = createExaminer({ scratchFolder });
  try {
    examinations = [];
    for (const { bytes, fileName } of letters) {
      const examined = await examiner.examine([bytes], fileName);
      if (isRejection(examined)) throw new Error(examined.code);
      examinations.push(examined.examination);
    }
  } finally {
    await examiner.close();
    await rm(scratchFolder, { recursive: true });
  }
  // Two RSA keys of 3,072 bits take 0.5 to 5 s, depending on luck.
}, 60_000);

describe('writeDemoLetters', () => {
  it('writes sums that add up to the cent, and accounts with right check digits', () => {
    for (const { lines, netCent, vatCent, grossCent, seller } of [GEBAEUDETECHNIK, GAERTNEREI]) {
      expect(lines.reduce((sum, line) => sum + line.netCent, 0)).toBe(netCent);
      for (const line of lines) expect(Number(line.quantity) * line.priceCent).toBe(line.netCent);
      expect(Math.round(netCent * 0.19)).toBe(vatCent);
      expect(netCent + vatCent).toBe(grossCent);
      expect(isValidIban(seller.iban)).toBe(true);
    }
  });

  it('writes a mail with an XRechnung over 12.450,80 Euro that is read without a person', () => {
    expect(examinations[0]).toMatchObject({
      outcome: 'geprueft',
      kind: 'rechnung',
      confidence: 'sicher',
      sender: 'Hellweg Gebäudetechnik GmbH',
      title: 'Rechnung HG-2026-4471, Hellweg Gebäudetechnik GmbH',
      letterDate: '2026-11-22',
      amountCent: 1_245_080,
      warnings: [],
      rechnung: {
        source: 'ubl',
        leitwegKennung: LEITWEG_KENNUNG,
        ibanValid: true,
        faelligAm: '2026-12-22',
        skonto: [{ tage: 14 }],
      },
    });
    expect(examinations[0]?.parts.map(({ name, fileType }) => [name, fileType])).toEqual([
      ['Nachricht.txt', 'text'],
      ['HG-2026-4471.xml', 'xrechnung'],
    ]);
  });

  it('writes a mail with a signed PDF whose data are found on the page, with their places', () => {
    const examination = examinations[1];
    expect(examination).toMatchObject({
      outcome: 'geprueft',
      kind: 'rechnung',
      confidence: 'pruefen',
      sender: 'Gärtnerei Ohlendorf KG',
      letterDate: '2026-11-23',
      amountCent: 187_425,
      pages: 1,
      textLayer: 'text',
      rechnung: {
        source: 'text',
        nummer: '26-0389',
        kreditor: 'Gärtnerei Ohlendorf KG',
        faelligAm: '2026-12-14',
        iban: GAERTNEREI.seller.iban,
      },
    });
    expect(examination?.places.map(({ field, text, part, page }) => [field, text, part, page])).toEqual(
      expect.arrayContaining([
        ['nummer', '26-0389', 1, 1],
        ['amountCent', '1.874,25', 1, 1],
        ['letterDate', '23.11.2026', 1, 1],
        ['faelligAm', '14.12.2026', 1, 1],
      ]),
    );
    const total = examination?.places.find(({ field }) => field === 'amountCent')?.box ?? [0, 0, 0, 0];
    // At the right margin, in the lower half of the page, as high as a line.
    expect(total[0]).toBeGreaterThan(440);
    expect(total[2]).toBeLessThan(545);
    expect(total[3] - total[1]).toBeCloseTo(11.5, 0);
  });

  it('signs that PDF with the key of the company, intact and without a word about trust', () => {
    expect(examinations[1]?.signatures?.signatures).toMatchObject([
      { signerName: 'Henning Ohlendorf', integrity: 'intact', coverage: 'wholeFile', trust: 'notChecked' },
    ]);
  });

  it('writes a scan that carries no text', () => {
    expect(examinations[2]).toMatchObject({
      outcome: 'geprueft',
      fileType: 'pdf',
      pages: 1,
      textLayer: 'none',
      confidence: 'unklar',
    });
    expect(examinations[2]?.warnings.map(({ code }) => code)).toEqual(['pdf.scan']);
  });

  it('writes the same XRechnung and the same scan for the same day', async () => {
    const again = await writeDemoLetters('2026-11-25', randomBytes(32));
    expect(again[0]).toEqual(letters[0]);
    expect(again[2]).toEqual(letters[2]);
  }, 60_000);
});
