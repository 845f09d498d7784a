import { flateStream } from '../../platform/pdf/embed-font.js';
import { array, dictionary, name, textString, type PdfReference } from '../../platform/pdf/objects.js';
import type { PdfFile } from '../../platform/pdf/pdf-file.js';

export interface LetterFont {
  add(file: PdfFile): PdfReference;
  /** A text as two-byte numbers in hex, as it stands before Tj. */
  code(text: string): string;
}

/**
 * A font that draws nothing: numbers for the letters of these words, and what each number means. Invisible text needs no
 * shapes, so that every script works, and the letters of the original's fonts stay behind.
 */
export function letterFont(words: readonly string[]): LetterFont {
  const letters = [...new Set([' ', ...words.flatMap((word) => [...word])])].sort();
  const numbers = new Map(letters.map((letter, index) => [letter, hex4(index + 1)]));
  return {
    add: (file) => addFont(file, numbers),
    code: (text) => [...text].map((letter) => numbers.get(letter) ?? '').join(''),
  };
}

function addFont(file: PdfFile, numbers: ReadonlyMap<string, string>): PdfReference {
  const fontName = name('Laufmappe-Words');
  const descriptor = file.add(
    dictionary({
      ...{ Type: name('FontDescriptor'), FontName: fontName, Flags: 4, ItalicAngle: 0, StemV: 80 },
      ...{ FontBBox: array([0, -250, 500, 920]), Ascent: 920, Descent: -250, CapHeight: 714 },
    }),
  );
  const descendant = file.add(
    dictionary({
      ...{ Type: name('Font'), Subtype: name('CIDFontType2'), BaseFont: fontName, DW: 500 },
      ...{ FontDescriptor: descriptor, CIDToGIDMap: name('Identity') },
      CIDSystemInfo: dictionary({ Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 }),
    }),
  );
  return file.add(
    dictionary({
      ...{ Type: name('Font'), Subtype: name('Type0'), BaseFont: fontName, Encoding: name('Identity-H') },
      DescendantFonts: array([descendant]),
      ToUnicode: file.add(flateStream(Buffer.from(toUnicode(numbers), 'latin1'), {})),
    }),
  );
}

/** At most 100 pairs per block, says the CMap specification. */
function toUnicode(numbers: ReadonlyMap<string, string>): string {
  const pairs = [...numbers].map(([letter, number]) => `<${number}> <${utf16(letter)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const block = pairs.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Laufmappe-Words def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0').toUpperCase();
}

function utf16(letter: string): string {
  return Buffer.from(letter, 'utf16le').swap16().toString('hex').toUpperCase();
}
