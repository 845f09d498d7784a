import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { attachmentMail } from './mails.js';
import { mutation, type Recipe } from './mutation.js';

/** Files that are not what they say, and files that try something. */
export const LIES: readonly Recipe[] = [
  ({ mail, pdf, xml }, random) => {
    const [bytes, name] = random.pick([
      [mail.bytes, 'Brief.pdf'],
      [pdf.bytes, 'Brief.eml'],
      [xml.bytes, 'Brief.pdf'],
      [pdf.bytes, 'rechnung.xml'],
      [Buffer.from(`MZ${'\0'.repeat(500)}`), 'Rechnung.pdf'],
      [Buffer.from('#!/bin/sh\nrm -rf /\n'), 'Rechnung.txt'],
    ] as const);
    return mutation('a wrong type', name, bytes);
  },
  ({ pdf }, random) => {
    const name = random.pick([
      '../../etc/passwd',
      '..\\..\\Windows\\win.ini',
      '/etc/cron.d/x',
      'C:\\a.pdf',
      'a\0b.pdf',
      `${'ä'.repeat(400)}.pdf`,
    ]);
    return mutation('a traversal name', 'post.eml', attachmentMail([{ name, bytes: pdf.bytes }]));
  },
  (_originals, random) => {
    const target = random.pick(['file:///etc/passwd', 'http://127.0.0.1:9/x', 'php://filter']);
    const xml = `<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY x SYSTEM "${target}">]><Invoice>&x;</Invoice>`;
    const direct = random.below(2) === 0;
    return direct
      ? mutation('an external entity', 'rechnung.xml', Buffer.from(xml))
      : mutation(
          'an external entity in a mail',
          'post.eml',
          attachmentMail([{ name: 'rechnung.xml', bytes: Buffer.from(xml) }]),
        );
  },
  (_originals, random) => {
    const laughs = Array.from(
      { length: 12 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    ).join('');
    const encoding = random.pick(['utf8', 'utf16le'] as const);
    const xml = `${encoding === 'utf16le' ? '\ufeff' : ''}<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l12;</a>`;
    return mutation('entities that multiply', 'rechnung.xml', Buffer.from(xml, encoding));
  },
  (_originals, random) => {
    const [what, text] = random.pick([
      ['200,000 levels', `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`],
      ['50,000 attributes', `<a ${Array.from({ length: 50_000 }, (_, index) => `b${index}="c"`).join(' ')}/>`],
      ['a text of 12 MB', `<a>${'x'.repeat(12_000_000)}</a>`],
    ] as const);
    return mutation(`XML with ${what}`, 'rechnung.xml', Buffer.from(text));
  },
  (_originals, random) => {
    const zip = zipOf('nullen.txt', Buffer.alloc(60_000_000 + random.below(20_000_000)));
    return random.below(2) === 0
      ? mutation('a ZIP bomb', 'plan.zip', zip)
      : mutation('a ZIP bomb in a mail', 'post.eml', attachmentMail([{ name: 'plan.zip', bytes: zip }]));
  },
  (_originals, random) => mutation('a PDF bomb', 'plan.pdf', pdfBomb(400_000_000 + random.below(200_000_000))),
  (_originals, random) => {
    const script = random.pick([
      '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>',
      '/OpenAction<</S/Launch/F(calc.exe)>>',
    ]);
    return mutation('a PDF with a script', 'formular.pdf', smallPdf('', script));
  },
  () => mutation('a PDF whose pages go in a circle', 'kreis.pdf', smallPdf('', '', '/Kids[2 0 R]')),
];

/** One page whose content stream inflates to a thousand times its size. */
function pdfBomb(size: number): Buffer {
  // Deflate in one call of 600 MB would take the memory of the test; blocks of the same zeros do not.
  const block = deflateRawSync(Buffer.alloc(10_000_000, 32), { level: 9, finishFlush: 2 });
  const blocks = Math.ceil(size / 10_000_000);
  const raw = Buffer.concat([
    Buffer.from([0x78, 0xda]),
    ...Array.from({ length: blocks }, () => block),
    Buffer.from([3, 0]),
  ]);
  return smallPdf(raw, '');
}

function smallPdf(content: Buffer | '', catalog: string, kids = '/Kids[3 0 R]'): Buffer {
  const stream = content === '' ? deflateSync(Buffer.from('0 0 m')) : content;
  const objects = [
    Buffer.from(`1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj\n`),
    Buffer.from(`2 0 obj<</Type/Pages${kids}/Count 1>>endobj\n`),
    Buffer.from('3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n'),
    Buffer.concat([
      Buffer.from(`4 0 obj<</Filter/FlateDecode/Length ${stream.length}>>stream\n`),
      stream,
      Buffer.from('\nendstream endobj\n'),
    ]),
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  for (const object of objects) {
    offsets.push(pieces.reduce((sum, piece) => sum + piece.length, 0));
    pieces.push(object);
  }
  const start = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pieces.push(
    Buffer.from(`xref\n0 5\n0000000000 65535 f \n${table}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`),
  );
  return Buffer.concat(pieces);
}

function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
