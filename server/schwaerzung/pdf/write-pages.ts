import { embedFont, flateStream, glyphHex } from '../../platform/pdf/embed-font.js';
import {
  array,
  dictionary,
  name,
  real,
  textString,
  type PdfObject,
  type PdfReference,
} from '../../platform/pdf/objects.js';
import { createPdfFile, type PdfFile } from '../../platform/pdf/pdf-file.js';
import { loadFont, widthOf } from '../../platform/pdf/truetype.js';
import type { Box } from './box.js';
import type { Picture } from './draw-page.js';
import { jpegObject } from './picture-pdf.js';
import { letterFont } from './letter-font.js';

/** One page of the new file, upright, origin at the lower left. */
export interface NewPage {
  readonly width: number;
  readonly height: number;
  readonly picture: Picture;
  /** What stays readable, line by line. */
  readonly lines: readonly (readonly NewWord[])[];
  readonly boxes: readonly { readonly box: Box; readonly label: string }[];
}

export interface NewWord {
  readonly text: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly size: number;
}

/** In the properties of every redacted file: its own title could tell what is black on the page. */
const TITLE = 'Geschwärztes Dokument';

/**
 * Writes the new file from nothing: pictures, the words that stay, and the reason on each box. There is no way for anything
 * else of the original to come along.
 */
export function writePages(pages: readonly NewPage[]): Uint8Array {
  const file = createPdfFile();
  const [tree, structure] = [file.reserve(), file.reserve()];
  const words = letterFont(pages.flatMap(({ lines }) => lines.flat().map(({ text }) => text)));
  const labels = pages.flatMap(({ boxes }) => boxes.map(({ label }) => label)).join('');
  const fonts = dictionary({
    Words: words.add(file),
    ...(labels === '' ? {} : { Labels: embedFont(loadFont(), labels, file.add) }),
  });
  const written = pages.map((page, index) => addPage(file, page, { tree, structure, fonts, index, code: words.code }));
  const kids = written.map(({ reference }) => reference);
  file.set(tree, dictionary({ Type: name('Pages'), Kids: array(kids), Count: kids.length }));
  const body = file.add(
    dictionary({
      ...{ Type: name('StructElem'), S: name('Document'), P: structure },
      K: array(written.flatMap(({ elements }) => elements)),
    }),
  );
  const numbers = written.flatMap(({ elements }, index) => [index, array(elements)]);
  file.set(
    structure,
    dictionary({
      ...{ Type: name('StructTreeRoot'), K: body, ParentTreeNextKey: pages.length },
      ParentTree: file.add(dictionary({ Nums: array(numbers) })),
    }),
  );
  const root = dictionary({
    ...{ Type: name('Catalog'), Pages: tree, Lang: textString('de-DE'), StructTreeRoot: structure },
    MarkInfo: dictionary({ Marked: true }),
    ViewerPreferences: dictionary({ DisplayDocTitle: true }),
  });
  const info = dictionary({ Title: textString(TITLE), Producer: textString('Laufmappe') });
  return file.write(file.add(root), file.add(info));
}

interface Parts {
  readonly tree: PdfReference;
  readonly structure: PdfReference;
  readonly fonts: PdfObject;
  readonly index: number;
  code(text: string): string;
}

function addPage(file: PdfFile, page: NewPage, { tree, structure, fonts, index, code }: Parts) {
  const reference = file.reserve();
  const lines = page.lines.map((line) => line.map((word) => wordOperators(word, code)).join('\n'));
  const texts = [...lines, ...page.boxes.map(labelOperators)];
  const content = [
    `/Artifact BMC q ${decimal(page.width)} 0 0 ${decimal(page.height)} 0 0 cm /Picture Do Q EMC`,
    ...texts.map((text, mark) => `/P <</MCID ${mark}>> BDC BT\n${text}\nET EMC`),
  ].join('\n');
  const elements = texts.map((_text, mark) =>
    file.add(dictionary({ Type: name('StructElem'), S: name('P'), P: structure, Pg: reference, K: mark })),
  );
  file.set(
    reference,
    dictionary({
      ...{ Type: name('Page'), Parent: tree, StructParents: index, Tabs: name('S') },
      MediaBox: array([0, 0, real(page.width), real(page.height)]),
      Resources: dictionary({
        Font: fonts,
        XObject: dictionary({ Picture: file.add(pictureObject(page.picture)) }),
      }),
      Contents: file.add(flateStream(Buffer.from(content, 'latin1'), {})),
    }),
  );
  return { reference, elements };
}

function pictureObject(picture: Picture): PdfObject {
  const { columns, rows } = picture;
  if (picture.kind === 'jpeg') return jpegObject(picture.bytes, columns, rows);
  const entries = {
    ...{ Type: name('XObject'), Subtype: name('Image'), Width: columns, Height: rows },
    ...{ ColorSpace: name('DeviceGray'), BitsPerComponent: 4, Filter: name('FlateDecode') },
    Length: picture.packed.length,
  };
  return { kind: 'stream', dictionary: dictionary(entries), data: picture.packed };
}

/** A word that can be found and heard; it is seen in the picture. Mode 3 draws nothing (9.3.6). */
function wordOperators({ text, from, to, size }: NewWord, code: (text: string) => string): string {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y) || size / 2;
  const [cosine, sine] = Math.hypot(x, y) === 0 ? [1, 0] : [x / length, y / length];
  // Every letter of this font is half an em wide; the word is stretched to the length that it has on the page.
  const stretch = (100 * length) / ([...text].length * 0.5 * size);
  const matrix = [cosine, sine, -sine, cosine, from[0], from[1]].map(decimal).join(' ');
  return `3 Tr /Words ${decimal(size)} Tf ${decimal(stretch)} Tz ${matrix} Tm <${code(`${text} `)}> Tj`;
}

/** The reason, white on its box where it fits; heard and found in any case. */
function labelOperators({ box: [left, bottom, right, top], label }: NewPage['boxes'][number]): string {
  const font = loadFont();
  const size = Math.min(9, (top - bottom) * 0.7);
  const fits = size >= 4 && widthOf(font, label, size) <= right - left - 2;
  const [shown, width] = fits ? [size, widthOf(font, label, size)] : [Math.min(size, 1), widthOf(font, label, 1)];
  const x = fits ? (left + right - width) / 2 : left;
  const y = (bottom + top) / 2 - shown * 0.35;
  const mode = fits ? '0 Tr 1 1 1 rg' : '3 Tr';
  const place = `1 0 0 1 ${decimal(x)} ${decimal(y)} Tm`;
  return `${mode} /Labels ${decimal(shown)} Tf 100 Tz ${place} <${glyphHex(font, label)}> Tj`;
}

/** PDF knows no exponents (7.3.3). */
function decimal(value: number): string {
  return value.toFixed(3).replace(/\.?0+$/, '');
}
