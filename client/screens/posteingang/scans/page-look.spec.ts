import { encodeQR } from 'qr';
import { lookOf } from './page-look.js';
import { floor, type Ink, scanned } from './scanned.testing.js';
import { CODE, CORNER, LINES, MODULE, SHEET } from './separator-layout.js';

/** A code with its upper left corner here. */
function code(text: string, left: number, top: number, module: number): Ink {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: 1 });
  return (x, y) => rows[floor((y - top) / module) + 1]?.[floor((x - left) / module) + 1] === true;
}

/** Lines as far as letters are strokes: every second half of a millimetre. */
function words(top: number, lines: number, [left, right]: readonly [number, number] = [25, 185]): Ink {
  return (x, y) => y > top && y < top + 6 * lines && (y - top) % 6 < 2.5 && x > left && x < right && x % 1 < 0.5;
}

const both =
  (one: Ink, other: Ink): Ink =>
  (x, y) =>
    one(x, y) || other(x, y);

const ownCode = code(CODE, CORNER.x, CORNER.y, MODULE);
const half = LINES.map(({ baseline, size }) => words(baseline - size, 1, [30, 180])).reduce(both, ownCode);
const separator = both(half, (x, y) => half(SHEET.width - x, SHEET.height - y));

/** What an invoice carries to be paid: the GiroCode of the European Payments Council. */
const GIRO = 'BCD\n002\n1\nSCT\n\nBau GmbH\nDE02120300000000202051\nEUR119.00\n\nRE-2026-0815';

describe('lookOf', () => {
  it('finds nothing on a letter, nor on one with a code of somebody else, be it as large as the sheet', () => {
    expect(lookOf(scanned(words(40, 35)))).toBeNull();
    expect(lookOf(scanned(both(words(40, 20), code(GIRO, 150, 240, 0.8))))).toBeNull();
    expect(lookOf(scanned(code(GIRO, 40, 60, 2.8)))).toBeNull();
    expect(lookOf(scanned(code('LAUFMAPPE:TRENNBLATT:2', CORNER.x, CORNER.y, MODULE)))).toBeNull();
  });

  it('does not call a letter a separator that shows its code, nor a separator on which somebody has written', () => {
    const letter = both(ownCode, words(130, 20));
    const note = both(separator, words(60, 1, [162, 185]));
    expect([letter, note].map((ink) => lookOf(scanned(ink)))).toEqual(['moreThanSeparator', 'moreThanSeparator']);
  });

  it('knows a blank page, and the sheet however it lay in the scanner', () => {
    expect(lookOf(scanned(() => false))).toBe('blank');
    const upright = [0, 2, 178].map((degrees) => lookOf(scanned(separator, { degrees })));
    const across = [90, 268].map((degrees) => lookOf(scanned(separator, { degrees, bed: 'across' })));
    expect([...upright, ...across]).toEqual(Array.from({ length: 5 }, () => 'separator'));
  });

  it('knows the sheet on grey paper, printed pale, with specks, and as a fax machine sees it', () => {
    const poor = [
      { paper: 205, ink: 90 },
      { paper: 245, ink: 150 },
      { degrees: 1, noise: 120, specks: 20 },
      { degrees: -1, dotsPerInch: 100, noise: 180, specks: 10, tones: 'fax' },
    ] as const;
    expect(poor.map((scanning) => lookOf(scanned(separator, scanning)))).toEqual(poor.map(() => 'separator'));
  });
});
