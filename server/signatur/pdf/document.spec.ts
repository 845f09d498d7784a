import { deflateSync } from 'node:zlib';
import { pdfOf } from '../testing/broken-structures.js';
import { testPdf } from '../testing/documents.js';
import { openPdf } from './document.js';
import { PdfFault } from './fault.js';
import { writeIncrement } from './increment.js';
import {
  dictionary,
  isKind,
  name,
  nameValue,
  reference,
  textString,
  withEntries,
  type PdfObject,
} from '../../platform/pdf/objects.js';
import { readPages } from './pages.js';
import { startRevision } from './signature-revision.js';
import { writeObject } from '../../platform/pdf/write-object.js';

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [] /Count 0 >>';

describe('openPdf', () => {
  it('does not repair by guessing: an object must be where the cross-reference says', () => {
    const moved = Buffer.from(pdfOf([CATALOG, PAGES]).toString('latin1').replace('2 0 obj', '3 0 obj'), 'latin1');
    expect(() => openPdf(moved).resolve(reference(2))).toThrow(PdfFault);
  });

  it('reads every kind of object', () => {
    const text = '[1 -2 +3 4.5 -.5 true false null /A#20b (a\\(b\\)\\101\\\n) <4 1> 1 0 R << /K [1 0] >> % end\n]';
    const pdf = openPdf(pdfOf([CATALOG, PAGES, text]));
    const list = pdf.resolve(reference(3));
    const plain = isKind(list, 'array') ? list.items.map(simple) : [];
    expect(plain).toEqual([1, -2, 3, 4.5, -0.5, true, false, null, '/A b', 'a(b)A', 'A', '-> 1', { K: [1, 0] }]);
  });

  it('shows what is missing as null, and follows no ring of references', () => {
    const pdf = openPdf(pdfOf([CATALOG, PAGES, '4 0 R', '3 0 R']));
    expect(pdf.resolve(reference(99))).toBeNull();
    expect(pdf.resolve(reference(3))).toBeNull();
  });

  it('reads a stream whose length is another object, but not one that needs itself', () => {
    const pdf = openPdf(pdfOf([CATALOG, PAGES, '<< /Length 4 0 R >>\nstream\nabc\nendstream', '3']));
    const stream = pdf.resolve(reference(3));
    expect(isKind(stream, 'stream') && Buffer.from(stream.data).toString()).toBe('abc');
    const own = openPdf(pdfOf([CATALOG, PAGES, '<< /Length 3 0 R >>\nstream\nabc\nendstream']));
    expect(() => own.resolve(reference(3))).toThrow(PdfFault);
  });

  it('refuses an object stream that holds another number than the cross-reference says', () => {
    const stream = objectStream('9 0 << /Type /Catalog >>', 1, 4);
    const rows = Buffer.from([0, 0, 0, 0, 2, 2, 0, 0, 1, 9, 0, 0]);
    expect(() => openPdf(withXrefStream(stream, rows))).toThrow('not in its object stream');
  });

  it.each(['table', 'objectStreams'] as const)('reads the pages of a file with %s', async (structure) => {
    const pages = readPages(openPdf(await testPdf({ pages: 3, structure, rotation: 90, offset: 'cropped' })));
    expect(pages).toHaveLength(3);
    expect(pages[2]).toMatchObject({ rotation: 90, visible: { x: 10, y: 60, width: 500, height: 700 } });
  });
});

describe('writeIncrement', () => {
  it.each(['table', 'objectStreams'] as const)('adds and replaces objects in a file with %s', async (structure) => {
    const pdf = openPdf(await testPdf({ structure }));
    const root = pdf.trailer.entries.get('Root');
    if (!isKind(root, 'reference')) throw new Error('no root');
    const revision = startRevision(pdf);
    const added = revision.add(dictionary({ Titel: textString('Bescheid über 5 €') }));
    revision.replace(root, withEntries(pdf.catalog, { Laufmappe: added }));
    const { bytes, bodyOffsets } = writeIncrement(pdf, revision.objects);
    const next = openPdf(Buffer.concat([pdf.bytes, bytes]));
    const found = next.resolve(next.catalog.entries.get('Laufmappe'));
    expect(isKind(found, 'dictionary') && simple(found.entries.get('Titel') ?? null)).toBe(
      '\u00fe\u00ff\0B\0e\0s\0c\0h\0e\0i\0d\0 \0\u00fc\0b\0e\0r\0 \x005\0 \x20\u00ac',
    );
    expect(next.locate(added.number)?.place?.end).toBeGreaterThan(bodyOffsets.get(added.number) ?? Infinity);
    expect(readPages(next)).toHaveLength(1);
    expect(next.sections).toHaveLength(pdf.sections.length + 1);
    expect(next.sections[0]?.form).toBe(pdf.sections[0]?.form);
  });
});

describe('writeObject', () => {
  it('writes what readObject reads back, with odd names and no exponents', () => {
    const odd = dictionary({
      'A b/ü': name('x#y'),
      Klein: { kind: 'real', value: 0.0000001 },
      Zahl: { kind: 'real', value: -12.5 },
    });
    const text = Buffer.from(writeObject(odd)).toString('latin1');
    expect(text).toBe('<< /A#20b#2f#fc /x#23y /Klein 0 /Zahl -12.5 >>');
    const pdf = openPdf(pdfOf([CATALOG, PAGES, text]));
    const back = pdf.resolve(reference(3));
    expect(isKind(back, 'dictionary') && nameValue(back.entries.get('A b/ü'))).toBe('x#y');
  });
});

function simple(object: PdfObject): unknown {
  if (isKind(object, 'real')) return object.value;
  if (isKind(object, 'name')) return `/${object.value}`;
  if (isKind(object, 'string')) return Buffer.from(object.bytes).toString('latin1');
  if (isKind(object, 'reference')) return `-> ${object.number}`;
  if (isKind(object, 'array')) return object.items.map(simple);
  if (isKind(object, 'dictionary')) {
    return Object.fromEntries([...object.entries].map(([key, value]) => [key, simple(value)]));
  }
  return object;
}

function objectStream(text: string, count: number, first: number): Buffer {
  const packed = deflateSync(Buffer.from(text, 'latin1'));
  const head = `2 0 obj\n<< /Type /ObjStm /N ${count} /First ${first} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')]);
}

/** Object 1 in the object stream 2 at byte 9, object 2 in the file. */
function withXrefStream(stream: Buffer, rows: Buffer): Buffer {
  const header = Buffer.from('%PDF-1.7\n');
  const here = header.length + stream.length;
  const head = `3 0 obj\n<< /Type /XRef /Size 4 /W [1 1 2] /Index [0 3] /Root 1 0 R /Length ${rows.length} >>\nstream\n`;
  const tail = `\nendstream\nendobj\nstartxref\n${here}\n%%EOF\n`;
  return Buffer.concat([header, stream, Buffer.from(head), rows, Buffer.from(tail)]);
}
