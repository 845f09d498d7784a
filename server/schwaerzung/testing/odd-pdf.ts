import { flateStream } from '../../platform/pdf/embed-font.js';
import {
  array,
  byteString,
  dictionary,
  name,
  real,
  textString,
  type PdfObject,
  type PdfReference,
} from '../../platform/pdf/objects.js';
import { createPdfFile, type PdfFile } from '../../platform/pdf/pdf-file.js';

/** One page that is written by hand. */
export interface OddPage {
  /** Operators; the font is /F, further resources are named in `resources`. */
  readonly content: string;
  /** Further entries of the page. */
  readonly entries?: (file: PdfFile, page: PdfReference) => Readonly<Record<string, PdfObject>>;
  readonly resources?: (file: PdfFile) => Readonly<Record<string, PdfObject>>;
}

export const A4 = [0, 0, 595, 842] as const;

/** A PDF with just these pages and entries of its catalog: the places in which a word can hide. */
export function oddPdf(
  pages: readonly OddPage[],
  catalog: (file: PdfFile, pages: readonly PdfReference[]) => Readonly<Record<string, PdfObject>> = () => ({}),
  title = 'Bescheid',
): Buffer {
  const file = createPdfFile();
  const tree = file.reserve();
  const font = file.add(
    dictionary({
      ...{ Type: name('Font'), Subtype: name('Type1'), BaseFont: name('Helvetica') },
      Encoding: name('WinAnsiEncoding'),
    }),
  );
  const kids = pages.map(({ content, entries, resources }) => {
    const page = file.reserve();
    file.set(
      page,
      dictionary({
        ...{ Type: name('Page'), Parent: tree, MediaBox: array([...A4]) },
        Resources: dictionary({ Font: dictionary({ F: font }), ...resources?.(file) }),
        Contents: file.add(flateStream(Buffer.from(content, 'latin1'), {})),
        ...entries?.(file, page),
      }),
    );
    return page;
  });
  file.set(tree, dictionary({ Type: name('Pages'), Kids: array(kids), Count: kids.length }));
  const root = dictionary({ Type: name('Catalog'), Pages: tree, ...catalog(file, kids) });
  return Buffer.from(file.write(file.add(root), file.add(dictionary({ Title: textString(title) }))));
}

/** A line of text in 12 point. */
export function line(text: string, x: number, y: number, before = ''): string {
  return `BT ${before} /F 12 Tf ${x} ${y} Td (${text}) Tj ET\n`;
}

/** A form XObject that shows this content, with the font of the page. */
export function form(file: PdfFile, content: string, entries: Readonly<Record<string, PdfObject>> = {}): PdfReference {
  const font = dictionary({ Type: name('Font'), Subtype: name('Type1'), BaseFont: name('Helvetica') });
  return file.add(
    flateStream(Buffer.from(content, 'latin1'), {
      ...{ Type: name('XObject'), Subtype: name('Form'), BBox: array([...A4]) },
      Resources: dictionary({ Font: dictionary({ F: font }) }),
      ...entries,
    }),
  );
}

/** A square picture with a pattern as fine as print, which shows as ink. */
export function checkered(file: PdfFile): PdfReference {
  const side = 200;
  const pixels = Buffer.alloc(side * side);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at + Math.floor(at / side)) % 2 === 0 ? 250 : 120;
  return file.add(
    flateStream(pixels, {
      ...{ Type: name('XObject'), Subtype: name('Image'), Width: side, Height: side },
      ...{ ColorSpace: name('DeviceGray'), BitsPerComponent: 8 },
    }),
  );
}

/** An annotation of a reader with these entries, on the given rectangle. */
export function annotation(file: PdfFile, rect: readonly number[], entries: Readonly<Record<string, PdfObject>>) {
  return file.add(dictionary({ Type: name('Annot'), Rect: array(rect.map(real)), ...entries }));
}

/** An attached file with this content, as the name tree of the catalog holds it. */
export function attached(file: PdfFile, content: string): PdfObject {
  const embedded = file.add(flateStream(Buffer.from(content), { Type: name('EmbeddedFile') }));
  const spec = file.add(
    dictionary({
      ...{ Type: name('Filespec'), F: textString('anlage.txt'), UF: textString('anlage.txt') },
      EF: dictionary({ F: embedded }),
    }),
  );
  return dictionary({ EmbeddedFiles: dictionary({ Names: array([textString('anlage.txt'), spec]) }) });
}

/** A later increment that shows other content on the first page; the older one stays in the bytes. */
export function withIncrement(pdf: Buffer, content: string): Buffer {
  const text = pdf.toString('latin1');
  const number = Number(/\/Contents (\d+) 0 R/.exec(text)?.[1]);
  const trailer = /trailer\n(<<.*>>)\nstartxref\n(\d+)/s.exec(text);
  if (!trailer?.[1]) throw new Error('no trailer');
  const object = `${number} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`;
  const start = pdf.length + object.length;
  const table = `xref\n${number} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \n`;
  const next = trailer[1].replace(/>>$/, `/Prev ${trailer[2]} >>`);
  return Buffer.concat([pdf, Buffer.from(`${object}${table}trailer\n${next}\nstartxref\n${start}\n%%EOF\n`, 'latin1')]);
}

export { array, byteString, dictionary, name, textString };
