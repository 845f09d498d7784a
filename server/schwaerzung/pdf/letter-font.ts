import { flateStream } from '../../platform/pdf/embed-font.js';
import { array, dictionary, name, textString, type PdfReference } from '../../platform/pdf/objects.js';
import { hex4, toUnicode } from '../../platform/pdf/to-unicode.js';
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
      ToUnicode: file.add(
        flateStream(Buffer.from(toUnicode([...numbers].map(([letter, number]) => [number, letter])), 'latin1'), {}),
      ),
    }),
  );
}
