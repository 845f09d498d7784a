import { deflateRawSync } from 'node:zlib';
import { codesOf } from '../test-support/refusals.js';
import { rawZip, type RawEntry } from '../test-support/raw-zip.js';
import { DEFAULT_LIMITS } from './entry-rules.js';
import { openPackage } from './read-package.js';

const honest: RawEntry = { name: 'a.txt', content: Buffer.from('hello') };
const honestZip = rawZip([honest, { name: 'Prüfung.txt' }]);

describe('openPackage', () => {
  it.each<[string, RawEntry, string]>([
    ['a path that leads out', { name: '../x.txt' }, 'package.traversal'],
    ['a path that leads out by backslashes', { name: 'a\\..\\..\\x.txt' }, 'package.traversal'],
    ['an absolute path', { name: '/etc/passwd' }, 'package.absolutePath'],
    ['a drive letter', { name: 'C:x.txt' }, 'package.absolutePath'],
    ['a file in a folder', { name: 'folder/x.txt' }, 'package.folder'],
    ['an entry for a folder', { name: 'folder/', attributes: (0o040755 << 16) >>> 0 }, 'package.folder'],
    ['a folder by DOS attribute', { name: 'folder', madeBy: 20, attributes: 0x10 }, 'package.folder'],
    ['a symlink', { name: 'link', attributes: (0o120777 << 16) >>> 0 }, 'package.symlink'],
    ['a device', { name: 'null', attributes: (0o020666 << 16) >>> 0 }, 'package.symlink'],
    ['an encrypted entry', { name: 'x.txt', flags: 1 | (1 << 11) }, 'package.encrypted'],
    ['an unknown method', { name: 'x.txt', method: 14 }, 'package.method'],
    ['an entry that grows too much', { name: 'x.txt', content: Buffer.alloc(8 * 1024 * 1024) }, 'package.ratio'],
    [
      'an umlaut without the UTF-8 flag',
      { name: Buffer.from('Pr\x81fung.txt', 'latin1'), flags: 0 },
      'package.nameEncoding',
    ],
    ['a control character in a name', { name: 'a\u0000.txt' }, 'file.name'],
    ['another name at the data than in the directory', { name: 'x.txt', localName: 'y.txt' }, 'package.headersDiffer'],
  ])('refuses %s', async (_, entry, code) => {
    const opened = await openPackage(rawZip([honest, entry]));
    expect(opened.kind).toBe('refused');
    const findings = opened.kind === 'refused' ? opened.findings : [];
    expect(codesOf(findings)).toContain(code);
    // The finding carries the name of the entry.
    expect(findings.find((each) => each.code === code)?.path).not.toBe('/');
  });

  it.each([
    ['the same name twice', 'a.txt'],
    ['names that differ in case only', 'A.TXT'],
  ])('refuses %s', async (_, name) => {
    expect(await refusals(rawZip([honest, { name }]))).toContain('package.duplicate');
  });

  it('refuses a name twice in two ways of writing an umlaut', async () => {
    expect(await refusals(rawZip([{ name: 'ü.txt' }, { name: 'u\u0308.txt' }]))).toContain('package.duplicate');
  });

  it('refuses entries that overlap', async () => {
    const bomb = rawZip([{ name: 'a.txt', content: Buffer.alloc(1000, 'ab') }]);
    const directoryAt = bomb.readUInt32LE(bomb.length - 22 + 16);
    const record = bomb.subarray(directoryAt, bomb.length - 22);
    const copies = Buffer.concat(Array.from({ length: 40 }, () => record));
    const end = Buffer.from(bomb.subarray(-22));
    end.writeUInt16LE(40, 8);
    end.writeUInt16LE(40, 10);
    end.writeUInt32LE(copies.length, 12);
    const overlapping = Buffer.concat([bomb.subarray(0, directoryAt), copies, end]);
    expect(await refusals(overlapping)).toContain('package.duplicate');
  });

  it.each([1, 10, 22, 60])('refuses a zip truncated by %i bytes', async (missing) => {
    expect(await refusals(honestZip.subarray(0, -missing))).toEqual(['package.damaged']);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('no zip at all, but long enough to hold an end record')],
  ])('refuses %s', async (_, bytes) => expect(await refusals(bytes)).toEqual(['package.damaged']));

  it('refuses data behind the zip', async () => {
    expect(await refusals(Buffer.concat([honestZip, Buffer.from('more')]))).toEqual(['package.trailingData']);
  });

  it('refuses data before the zip, even with corrected offsets', async () => {
    expect(await refusals(Buffer.concat([Buffer.from('MZ'), honestZip]))).toEqual(['package.damaged']);
    expect(await refusals(shifted(honestZip, 8))).toContain('package.trailingData');
  });

  it('refuses more entries or more bytes than the limits', async () => {
    expect(await refusals(honestZip, { ...DEFAULT_LIMITS, maxEntries: 1 })).toEqual(['package.tooLarge']);
    expect(await refusals(honestZip, { ...DEFAULT_LIMITS, maxTotal: 3 })).toEqual(['package.tooLarge']);
  });

  it('ends the stream of a damaged entry with a fault', async () => {
    const wrongSum = rawZip([{ ...honest, claimedCrc: 1 }]);
    const tooLong = rawZip([{ ...honest, claimedSize: 3 }]);
    const tooShort = rawZip([{ ...honest, claimedSize: 99 }]);
    const noDeflate = rawZip([{ ...honest, stored: Buffer.from([0xff, 0xff, 0xff]) }]);
    const cutOff = rawZip([{ ...honest, stored: deflateRawSync(Buffer.from('hello')).subarray(0, 3) }]);
    for (const bytes of [wrongSum, tooLong, tooShort, noDeflate, cutOff]) {
      await expect(contentOf(bytes, 'a.txt')).rejects.toMatchObject({
        finding: { code: 'package.checksum', path: 'a.txt' },
      });
    }
  });

  it('throws when the disk fails, instead of blaming the container', async () => {
    await expect(openPackage('/does/not/exist.zip')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('reads an honest zip', async () => {
    const opened = await openPackage(honestZip);
    expect(opened).toMatchObject({
      kind: 'open',
      entries: [
        { name: 'a.txt', size: 5 },
        { name: 'Prüfung.txt', size: 1 },
      ],
    });
    expect(await contentOf(honestZip, 'a.txt')).toBe('hello');
  });
});

async function refusals(bytes: Buffer, limits = DEFAULT_LIMITS): Promise<string[]> {
  const opened = await openPackage(bytes, limits);
  return opened.kind === 'refused' ? codesOf(opened.findings) : [];
}

async function contentOf(bytes: Buffer, name: string): Promise<string> {
  const opened = await openPackage(bytes);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.findings));
  const chunks: Buffer[] = [];
  for await (const chunk of await opened.read(name)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The zip with foreign bytes before it and every offset corrected, as self-extracting archives have it. */
function shifted(zip: Buffer, by: number): Buffer {
  const moved = Buffer.from(zip);
  const end = moved.length - 22;
  const directory = moved.readUInt32LE(end + 16);
  moved.writeUInt32LE(directory + by, end + 16);
  for (let at = directory; at < end; at += 46 + moved.readUInt16LE(at + 28)) {
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + by, at + 42);
  }
  return Buffer.concat([Buffer.alloc(by), moved]);
}
