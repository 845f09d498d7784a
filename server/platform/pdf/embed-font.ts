import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { array, dictionary, name, textString, withEntries, type PdfObject, type PdfReference } from './objects.js';
import { subsetFont } from './subset-font.js';
import { hex4, toUnicode } from './to-unicode.js';
import type { Font } from './truetype.js';

/** Adds an object to the revision that is being written and gives its reference. */
export type AddObject = (object: PdfObject) => PdfReference;

/**
 * Embeds the letters of a text as a composite font with two-byte glyph numbers (ISO 32000-2, 9.7), so that PDF/A files
 * stay PDF/A and every reader shows the same letters.
 * @returns reference of the font dictionary
 */
export function embedFont(font: Font, text: string, add: AddObject): PdfReference {
  const letters = new Map([...text].map((letter) => [font.glyphOf(letter.codePointAt(0) ?? 0), letter]));
  const glyphs = [...letters.keys()].sort((left, right) => left - right);
  const file = subsetFont(font, new Set(glyphs));
  const fontName = name(`${subsetTag(file)}+${font.name}`);
  const thousandths = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const descriptor = add(
    dictionary({
      Type: name('FontDescriptor'),
      FontName: fontName,
      Flags: 4,
      FontBBox: array(font.bounds.map(thousandths)),
      ItalicAngle: 0,
      Ascent: thousandths(font.ascent),
      Descent: thousandths(font.descent),
      CapHeight: 714,
      StemV: 80,
      FontFile2: add(flateStream(file, { Length1: file.length })),
    }),
  );
  const descendant = add(
    dictionary({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: fontName,
      CIDSystemInfo: dictionary({ Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 }),
      FontDescriptor: descriptor,
      CIDToGIDMap: name('Identity'),
      W: array(glyphs.flatMap((glyph) => [glyph, array([thousandths(font.advanceOf(glyph))])])),
    }),
  );
  return add(
    dictionary({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: fontName,
      Encoding: name('Identity-H'),
      DescendantFonts: array([descendant]),
      ToUnicode: add(
        flateStream(Buffer.from(toUnicode([...letters].map(([glyph, letter]) => [hex4(glyph), letter])), 'latin1'), {}),
      ),
    }),
  );
}

/** A text as two-byte glyph numbers in hex, as it stands before Tj. */
export function glyphHex(font: Font, text: string): string {
  return [...text].map((letter) => hex4(font.glyphOf(letter.codePointAt(0) ?? 0))).join('');
}

export function flateStream(data: Uint8Array, entries: Readonly<Record<string, PdfObject>>): PdfObject {
  const packed = deflateSync(data, { level: 9 });
  const base = dictionary({ Length: packed.length, Filter: name('FlateDecode') });
  return { kind: 'stream', dictionary: withEntries(base, entries), data: packed };
}

/** Six capital letters that tell subsets apart (9.9.2). */
function subsetTag(file: Uint8Array): string {
  const hash = createHash('sha256').update(file).digest();
  return [...hash.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}
