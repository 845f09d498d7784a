import { deflateSync } from 'node:zlib';

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

/** PDFs that are wrong in one place each (design section 5), with what is wrong. */
export function brokenStructures(): [string, () => Uint8Array][] {
  const whole = () => pdfOf([CATALOG, PAGES, PAGE]);
  const edited = (from: string, to: string) => () =>
    Buffer.from(whole().toString('latin1').replace(from, to), 'latin1');
  return [
    ['empty', () => Buffer.alloc(0)],
    ['one byte', () => Buffer.of(0x25)],
    ['only a header', () => Buffer.from('%PDF-1.7\n')],
    ['bytes before the header', () => Buffer.concat([Buffer.from('From: post@example.org\n\n'), whole()])],
    ['startxref behind the end', edited('startxref\n', 'startxref\n9')],
    ['startxref with a sign', edited('startxref\n', 'startxref\n-')],
    ['no startxref', edited('startxref', 'startxxxx')],
    ['an object that is not where it should be', edited('1 0 obj', '7 0 obj')],
    ['no catalog', edited('/Root 1 0 R', '/Root 9 0 R')],
    ['a catalog of another kind', edited(CATALOG, `[${CATALOG.slice(1, -1)}]`)],
    ['a cross-reference table with more entries than bytes', edited('0 4\n', '0 99999999\n')],
    ['a cross-reference table with letters', edited('00000 n', '00000 q')],
    ['encrypted', edited('/Root', '/Encrypt << /Filter /Standard /V 5 >> /Root')],
    ['encrypted for certificates', edited('/Root', '/Encrypt << /Filter /Adobe.PubSec >> /Root')],
    ['a key twice', edited('/Type /Catalog', '/Type /Catalog /Pages 3 0 R')],
    ['no pages', () => pdfOf(['<< /Type /Catalog >>'])],
    ['a ring in the page tree', () => pdfOf([CATALOG, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])],
    ['a ring of form fields', () => pdfOf([form('4 0 R'), PAGES, PAGE, '<< /T (a) /Kids [4 0 R] >>'])],
    ['a ring of references', () => pdfOf(['2 0 R', '1 0 R'])],
    ['a ring of revisions', () => pdfOf([CATALOG, PAGES, PAGE], '/Prev {here}')],
    ['100,000 revisions', manyRevisions],
    ['arrays nested 100,000 deep', () => pdfOf(['['.repeat(100_000) + ']'.repeat(100_000)])],
    ['dictionaries nested 100,000 deep', () => pdfOf(['<</a'.repeat(100_000) + ' 1' + '>>'.repeat(100_000)])],
    ['a string of 8 MB without end', () => pdfOf([`(${'a'.repeat(8_000_000)}`])],
    ['a hex string of 80 MB', () => pdfOf([`<${'a'.repeat(80_000_000)}>`])],
    ['60,000 form fields', manyFields],
    [
      'a cross-reference stream that unpacks to 200 MB',
      () => pdfWithXrefStream(deflateSync(Buffer.alloc(200_000_000))),
    ],
    ['a cross-reference stream that is no Flate', () => pdfWithXrefStream(Buffer.from('no Flate'))],
    ['an object stream in itself', () => pdfWithXrefStream(deflateSync(Buffer.of(2, 0, 1, 0, 2, 0, 1, 0)))],
  ];
}

/** A PDF from the texts of its objects, numbered from 1; `{here}` in the trailer is the place of its cross-reference. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let body = '%PDF-1.7\n';
  const rows = objects.map((object, index) => {
    const row = `${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const here = body.length;
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${here}\n%%EOF\n`;
  return Buffer.from(`${body}${table}${end}`.replace('{here}', String(here)), 'latin1');
}

function form(fields: string): string {
  return `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] >> >>`;
}

function manyFields(): Buffer {
  return pdfOf([form(Array<string>(60_000).fill('<< /FT /Sig /T (a) >>').join(' ')), PAGES, PAGE]);
}

function manyRevisions(): Buffer {
  const first = pdfOf([CATALOG, PAGES, PAGE]);
  const pieces: Buffer[] = [first];
  let at = first.length;
  let previous = first.indexOf('xref\n0 4');
  for (let count = 0; count < 100_000; count += 1) {
    const piece = `xref\n0 0\ntrailer\n<< /Size 4 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`;
    previous = at;
    at += piece.length;
    pieces.push(Buffer.from(piece, 'latin1'));
  }
  return Buffer.concat(pieces);
}

/** A file whose only structure is a cross-reference stream with the given bytes under Flate. */
function pdfWithXrefStream(packed: Uint8Array): Buffer {
  const header = Buffer.from('%PDF-1.7\n');
  const entries = `/Type /XRef /Size 2 /W [1 1 2] /Root 1 0 R /Filter /FlateDecode /Length ${packed.length}`;
  const stream = [Buffer.from(`1 0 obj\n<< ${entries} >>\nstream\n`), packed, Buffer.from('\nendstream\nendobj\n')];
  return Buffer.concat([header, ...stream, Buffer.from(`startxref\n${header.length}\n%%EOF\n`)]);
}
