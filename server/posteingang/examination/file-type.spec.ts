import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { contentOnDisk } from './content.js';
import { nameLies, recogniseType } from './file-type.js';
import { guardArchive } from './guard-archive.js';
import { inspectFile } from './inspect-file.js';

describe('recogniseType', () => {
  it.each([
    ['', 'empty', 'application/x-empty'],
    ['MZ\x90\0\x03', 'program', 'application/x-msdownload'],
    ['#!/bin/sh\nrm', 'program', 'text/x-script'],
    ['%PDF-1.7\n', 'pdf', 'application/pdf'],
    ['garbage\n%PDF-1.7\n', 'pdf', 'application/pdf'],
    ['PK\x03\x04%PDF-1.7', 'archive', 'application/zip'],
    ['<?xml version="1.0"?><a/>', 'xml', 'application/xml'],
    ['\xef\xbb\xbf  <rsm:a xmlns:rsm="b"/>', 'xml', 'application/xml'],
    ['<!doctype html><html>', 'text', 'text/html'],
    ['From: a@b.example\nSubject: c\n\nText', 'mail', 'message/rfc822'],
    ['Guten Tag: das ist keine Mail\n\nText', 'text', 'text/plain'],
    ['\0\x01\x02', 'unknown', 'application/octet-stream'],
  ])('recognises %j as %s', async (start, fileType, mime) => {
    expect(await recogniseType(Buffer.from(start, 'latin1'))).toEqual({ fileType, mime });
  });

  it('recognises XML in UTF-16', async () => {
    const text = '\ufeff<?xml version="1.0" encoding="UTF-16"?><a/>';
    expect(await recogniseType(Buffer.from(text, 'utf16le'))).toMatchObject({ fileType: 'xml' });
  });
});

describe('nameLies', () => {
  it.each([
    ['Rechnung.pdf', 'archive'],
    ['Bild.png', 'pdf'],
    ['post.eml', 'pdf'],
    ['rechnung.XML', 'text'],
  ] as const)('finds that %s is no %s', (name, found) => {
    expect(nameLies(name, found)).toBe(true);
  });

  it.each([
    ['rechnung.txt', 'xml'],
    ['ohne Endung', 'pdf'],
    ['plan.dwg', 'unknown'],
    ['brief.docx', 'office'],
  ] as const)('lets %s be a %s', (name, found) => {
    expect(nameLies(name, found)).toBe(false);
  });
});

describe('guardArchive', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laufmappe-archive-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function zip(entries: Record<string, Buffer>): Promise<{ path: string; size: number }> {
    const file = new yazl.ZipFile();
    for (const [name, bytes] of Object.entries(entries)) file.addBuffer(bytes, name);
    file.end();
    const path = join(folder, 'a.zip');
    const target = createWriteStream(path);
    await pipeline(file.outputStream, target);
    return { path, size: target.bytesWritten };
  }

  const onDisk = ({ path, size }: { path: string; size: number }) => ({ content: contentOnDisk(path), size });

  it('objects to a ratio above 200:1 without unpacking anything', async () => {
    const { path, size } = await zip({ 'nullen.txt': Buffer.alloc(5_000_000) });
    expect((await guardArchive(path, size)).objection).toBe('archive.bomb');
  });

  it('objects to more than 10,000 entries', async () => {
    const entries = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, Buffer.alloc(0)]));
    const { path, size } = await zip(entries);
    expect((await guardArchive(path, size)).objection).toBe('archive.tooManyEntries');
  });

  it('objects to an archive that is cut off', async () => {
    const path = join(folder, 'cut.zip');
    await writeFile(path, 'PK\x03\x04 and nothing more');
    expect((await guardArchive(path, 30)).objection).toBe('archive.damaged');
  });

  it('finds macros in office files of both families', async () => {
    for (const name of ['word/vbaProject.bin', 'Basic/Standard/Modul1.xml']) {
      const { path, size } = await zip({ '[Content_Types].xml': Buffer.from('<a/>'), [name]: Buffer.from('x') });
      expect(await guardArchive(path, size)).toEqual({ objection: null, macro: 'present' });
    }
  });

  it('warns about a Word file with macros and leaves one without in peace', async () => {
    const types = Buffer.from(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    );
    const plain = await zip({ '[Content_Types].xml': types, 'word/document.xml': Buffer.from('<w/>') });
    expect(await inspectFile({ ...onDisk(plain), name: 'brief.docx' })).toMatchObject({
      fileType: 'office',
      notes: ['file.notOpened'],
    });
    const macro = await zip({
      '[Content_Types].xml': types,
      'word/document.xml': Buffer.from('<w/>'),
      'word/vbaProject.bin': Buffer.from('x'),
    });
    expect((await inspectFile({ ...onDisk(macro), name: 'brief.docx' })).notes).toContain('office.macro');
  });
});
