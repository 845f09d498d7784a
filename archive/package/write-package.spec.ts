import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { aMessage, FILES, file, NOW, originalFile, type SampleFile } from '../test-support/sample-0503.js';
import { compose0503 } from '../xdomea/compose-0503.js';
import type { CheckedMessage } from './checked-message.js';
import { openPackage } from './read-package.js';
import { writePackage, type PackageFile } from './write-package.js';

describe('writePackage', () => {
  it('stops at a file that is no longer what was checked in', async () => {
    const files = FILES.map((each) => (each === originalFile ? { ...each, sha512: '0'.repeat(128) } : each));
    const { outcome, target } = await packed(files);
    expect(outcome).toMatchObject({ kind: 'finding', code: 'package.hashMismatch', path: originalFile.name });
    expect(target.destroyed).toBe(true);
    expect(target.writableFinished).toBe(false);
  });

  it('stops at a file whose last byte is missing', async () => {
    const short = { ...originalFile, open: () => Readable.from([Buffer.from('%PDF-1.7 invented invoic')]) };
    const { outcome } = await packed(FILES.map((each) => (each === originalFile ? short : each)));
    expect(outcome).toMatchObject({ code: 'package.hashMismatch' });
  });

  it('stops at a file that cannot be read', async () => {
    const broken = async function* () {
      yield Buffer.from('%PDF');
      throw new Error('disk on fire');
    };
    const unreadable = { ...originalFile, open: () => Readable.from(broken()) };
    const { outcome } = await packed(FILES.map((each) => (each === originalFile ? unreadable : each)));
    expect(outcome).toMatchObject({ code: 'package.unreadable', de: expect.stringContaining('disk on fire') });
  });

  it('stops at a file that cannot even be opened', async () => {
    const closed = {
      ...originalFile,
      open: (): Readable => {
        throw new Error('gone');
      },
    };
    const { outcome } = await packed(FILES.map((each) => (each === originalFile ? closed : each)));
    expect(outcome).toMatchObject({ code: 'package.unreadable' });
  });

  it('refuses other files than those the message was judged with', async () => {
    expect((await packed(FILES.slice(1))).outcome).toMatchObject({ code: 'file.missing', path: originalFile.name });
    expect((await packed([...FILES, file('x.txt', 'x')])).outcome).toMatchObject({ code: 'file.unlisted' });
  });

  it('throws the fault of the target and lets go of the files', async () => {
    const opened: Readable[] = [];
    const endless = { ...originalFile, open: () => remember(opened, Readable.from(zeros())) };
    const target = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    const files = FILES.map((each) => (each === originalFile ? endless : each));
    await expect(writePackage({ message: await aChecked(), files }, target)).rejects.toThrow('disk full');
    for (const each of opened) expect(each.destroyed).toBe(true);
  });

  it('puts the message first, then all files, flat, and returns hashes and sizes', async () => {
    const { outcome, bytes } = await packed(FILES);
    const opened = await openPackage(bytes());
    const names = opened.kind === 'open' ? opened.entries.map(({ name }) => name) : [];
    const message = await aChecked();
    expect(names).toEqual([message.messageName, ...FILES.map(({ name }) => name).sort()]);
    expect(outcome).toMatchObject({ kind: 'written', sha512: sha512(bytes()), size: bytes().length });
    const entries = outcome.kind === 'written' ? outcome.entries : [];
    expect(entries).toContainEqual({ name: originalFile.name, size: originalFile.size, sha512: originalFile.sha512 });
    const xml = Buffer.concat(message.xml);
    expect(entries[0]).toEqual({ name: message.messageName, size: xml.length, sha512: sha512(xml) });
  });

  it('opens each file when its turn has come, not before', async () => {
    let open = 0;
    let most = 0;
    const counted = FILES.map((each) => ({
      ...each,
      open: () => {
        most = Math.max(most, (open += 1));
        return each.open().on('close', () => (open -= 1));
      },
    }));
    await packed(counted);
    expect(most).toBe(1);
  });

  it('writes the same bytes again: in other pieces and in another order', async () => {
    const first = (await packed(FILES)).bytes();
    expect((await packed([...FILES].reverse().map(inBytes))).bytes().equals(first)).toBe(true);
  });

  it('stamps every entry with the first second that a zip can say, whatever the clock and the time zone', async () => {
    const bytes = (await packed(FILES)).bytes();
    const stamps = [...bytes.toString('latin1').matchAll(/PK\x03\x04[^]{6}([^]{4})/g)].map(([, stamp]) => stamp);
    expect(stamps).toHaveLength(FILES.length + 1);
    // 1980-01-01 00:00:00 in DOS: time 0x0000, date 0x0021.
    expect(new Set(stamps)).toEqual(new Set(['\x00\x00\x21\x00']));
  });

  it('compresses the same however a large file is cut into pieces', async () => {
    const content = Buffer.from(Array.from({ length: 400_000 }, (_, index) => (index * index) % 251));
    const large = file(originalFile.name, content);
    const files = [large, ...FILES.slice(1)];
    const pieces = [1000, 65_536, 99_991].map((size) => ({ ...large, open: () => Readable.from(cut(content, size)) }));
    const hashes = new Set<string>();
    for (const piece of pieces) hashes.add(sha512((await packed([piece, ...files.slice(1)], files)).bytes()));
    expect(hashes.size).toBe(1);
  });
});

async function aChecked(files: readonly SampleFile[] = FILES): Promise<CheckedMessage> {
  const composed = await compose0503(aMessage(), files, { now: NOW });
  if (composed.kind === 'refused') throw new Error(JSON.stringify(composed.findings));
  return composed;
}

async function packed(files: readonly PackageFile[], judged: readonly SampleFile[] = FILES) {
  const chunks: Buffer[] = [];
  const target = new Writable({ write: (chunk: Buffer, _encoding, done) => (chunks.push(chunk), done()) });
  const outcome = await writePackage({ message: await aChecked(judged), files }, target);
  return { outcome, target, bytes: () => Buffer.concat(chunks) };
}

function inBytes(each: SampleFile): PackageFile {
  return {
    ...each,
    open: () => Readable.from(each.open().flatMap((chunk: Buffer) => [...chunk].map((byte) => Buffer.of(byte)))),
  };
}

function* cut(content: Buffer, size: number): Generator<Buffer> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}

function* zeros(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536, Math.floor(Math.PI));
}

function remember(opened: Readable[], stream: Readable): Readable {
  opened.push(stream);
  return stream;
}

function sha512(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex');
}
