import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { composePdf } from '../../platform/pdf/compose-pdf.js';
import { A4 } from '../../platform/pdf/drawing.js';
import { compareFiles } from './compare-files.js';
import { readFile } from './read-file.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'laufmappe-reading-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function file(bytes: Uint8Array | string, mime: string) {
  const path = join(folder, String(++count));
  await writeFile(path, bytes);
  return { path, size: Buffer.byteLength(bytes), mime, nummer: count };
}

async function zip(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, text] of Object.entries(entries)) archive.addBuffer(Buffer.from(text), name);
  archive.end();
  return buffer(archive.outputStream);
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Bescheid</dc:title>
  <dc:creator>Jana \u202ePetersen</dc:creator><cp:revision>7</cp:revision><dcterms:created>2026-11-03</dcterms:created></cp:coreProperties>`;
const paragraphs = (...texts: string[]) => texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
const docx = (...texts: string[]) =>
  zip({
    'docProps/core.xml': core,
    'word/document.xml': `<w:document ${W}><w:body>${paragraphs(...texts)}</w:body></w:document>`,
  });

function pdf(text: string): Buffer {
  const info = {
    title: 'Bescheid',
    author: 'Musterkreis',
    language: 'de-DE',
    createdAt: new Date('2026-11-03'),
  } as const;
  const run = { text, x: 100, baseline: 700, size: 10, weight: 'Regular', colour: [0, 0, 0] } as const;
  return Buffer.from(composePdf(info, [{ ...A4, items: [{ kind: 'text', role: 'P', runs: [run] }] }]));
}

describe('reading a version', () => {
  it.each([
    ['a PDF that is none', '%PDF-1.7 nothing', 'application/pdf', 'damaged'],
    ['an office file that is no ZIP', 'PK no archive', DOCX, 'damaged'],
    ['a PNG without a head', 'not a picture at all, only words', 'image/png', 'damaged'],
    ['a JPEG that ends in the middle', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]), 'image/jpeg', 'damaged'],
    ['a kind that nobody reads', 'x', 'application/x-unknown', 'kind'],
  ])('says of %s why it says nothing', async (_what, bytes, mime, reason) => {
    expect((await readFile(await file(bytes, mime))).facts).toEqual({ properties: [], unreadable: reason });
  });

  it('refuses an office file that explodes', async () => {
    const bomb = await zip({ 'word/document.xml': `<w:document ${W}>${' '.repeat(5_000_000)}</w:document>` });
    expect((await readFile(await file(bomb, DOCX))).facts.unreadable).toBe('tooLarge');
  });

  it('expands no entity of its own', async () => {
    const xml = `<!DOCTYPE a [<!ENTITY b "boom">]><w:document ${W}><w:p>&b;</w:p></w:document>`;
    expect((await readFile(await file(await zip({ 'word/document.xml': xml }), DOCX))).facts.unreadable).toBe(
      'damaged',
    );
  });

  it('reads the properties of a document and makes visible what would turn the direction', async () => {
    const { facts, text } = await readFile(await file(await docx('Guten Tag', 'Ihr Antrag'), DOCX));
    expect(facts.properties).toEqual([
      { name: 'title', value: 'Bescheid' },
      { name: 'author', value: 'Jana ⟨U+202E⟩Petersen' },
      { name: 'revision', value: '7' },
      { name: 'created', value: '2026-11-03' },
    ]);
    expect(text).toBe('Guten Tag\nIhr Antrag');
  });

  it('leaves out what track changes has struck out', async () => {
    const struck = `<w:document ${W}><w:p><w:r><w:t>bleibt</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p></w:document>`;
    expect((await readFile(await file(await zip({ 'word/document.xml': struck }), DOCX))).text).toBe('bleibt');
  });

  it('reads OpenDocument', async () => {
    const names = 'xmlns:office="o" xmlns:text="t" xmlns:dc="d" xmlns:meta="m"';
    const bytes = await zip({
      'meta.xml': `<office:document-meta ${names}><dc:title>Vermerk</dc:title><meta:editing-cycles>3</meta:editing-cycles></office:document-meta>`,
      'content.xml': `<office:document-content ${names}><text:h>Kopf</text:h><text:p>Absatz</text:p></office:document-content>`,
    });
    const { facts, text } = await readFile(await file(bytes, ODT));
    expect(facts.properties).toEqual([
      { name: 'title', value: 'Vermerk' },
      { name: 'revision', value: '3' },
    ]);
    expect(text).toBe('Kopf\nAbsatz');
  });

  it('reads a PDF, with its pages', async () => {
    const { facts, text } = await readFile(await file(pdf('Guten Tag'), 'application/pdf'));
    expect(facts.properties).toEqual(
      expect.arrayContaining([
        { name: 'title', value: 'Bescheid' },
        { name: 'author', value: 'Musterkreis' },
        { name: 'pages', value: '1' },
      ]),
    );
    expect(text).toBe('Guten Tag');
  });

  it('reads the size of pictures from their head', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000002800000019008060000', 'hex');
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108019002800301220002110103110100', 'hex');
    for (const [bytes, mime] of [
      [png, 'image/png'],
      [jpeg, 'image/jpeg'],
    ] as const) {
      expect((await readFile(await file(bytes, mime))).facts.properties).toEqual([
        { name: 'width', value: '640 px' },
        { name: 'height', value: '400 px' },
      ]);
    }
  });
});

describe('comparing two versions', () => {
  it('names the version that has no text', async () => {
    const [older, newer] = [await file('Guten Tag', 'text/plain'), await file('%PDF broken', 'application/pdf')];
    const answer = await compareFiles({ older, newer });
    expect(answer).toEqual({ kind: 'unreadable', version: newer.nummer, reason: 'damaged' });
  });

  it('shows word by word what went and what came, across kinds of file', async () => {
    const older = await file(await docx('Die Frist endet am 3. November.'), DOCX);
    const newer = await file('Die Frist endet am 10. Dezember.', 'text/plain');
    const answer = await compareFiles({ older, newer });
    expect(answer).toMatchObject({ kind: 'compared', extent: 'whole' });
    const parts = answer.kind === 'compared' ? answer.parts : [];
    const side = (without: string) =>
      parts
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('');
    expect([side('added'), side('removed')]).toEqual([
      'Die Frist endet am 3. November.',
      'Die Frist endet am 10. Dezember.',
    ]);
    expect(parts.some(({ kind, text }) => kind === 'removed' && text.includes('November'))).toBe(true);
    expect(parts[0]).toEqual({ kind: 'same', text: 'Die Frist endet am ' });
  });
});
