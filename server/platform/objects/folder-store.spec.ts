import { createHash } from 'node:crypto';
import { chmod, mkdtemp, mkdir, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { isRejection } from '../../contract/rejections.js';
import { itOnSmallDisk } from '../../../test/support/small-disk.js';
import { openFolderStore } from './folder-store.js';
import { describeObjectStore } from './object-store.contract.js';

describeObjectStore('the folder store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-objects-'));
  return {
    store: await openFolderStore(folder),
    reopen: () => openFolderStore(folder),
    writer: { module: pathToFileURL(resolve('server/platform/objects/folder-store.writer.ts')), argument: folder },
    unfinished: async () => (await readdir(join(folder, 'incoming'))).length,
    age: (sha256) => utimes(pathOf(folder, sha256), anHourAgo(), anHourAgo()),
    damage: async (sha256) => {
      const path = pathOf(folder, sha256);
      await chmod(path, 0o600);
      await writeFile(path, 'x'.repeat((await stat(path)).size));
    },
    dispose: () => rm(folder, { recursive: true }),
  };
});

describe('openFolderStore', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laufmappe-objects-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  itOnSmallDisk('answers platform.storageFull, leaves nothing behind and stores what still fits', async (disk) => {
    const store = await openFolderStore(disk);
    const refused = await store.put(Readable.from([Buffer.alloc(6_000_000, 1), Buffer.alloc(6_000_000, 2)]));
    expect(isRejection(refused) && refused.code).toBe('platform.storageFull');
    expect(await readdir(join(disk, 'incoming'))).toEqual([]);
    expect(await store.put(Readable.from([Buffer.alloc(6_000_000, 3)]))).toMatchObject({ size: 6_000_000 });
  });

  it('keeps folders and files from everybody but its owner', async () => {
    const root = join(folder, 'objects');
    const store = await openFolderStore(root);
    await store.put(Readable.from([Buffer.from('confidential')]));
    const path = pathOf(root, sha256('confidential'));
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
    expect((await stat(path)).mode & 0o777).toBe(0o400);
  });

  it('puts good bytes in the place of a truncated object', async () => {
    const store = await openFolderStore(folder);
    await store.put(Readable.from([Buffer.from('a whole sentence')]));
    const path = pathOf(folder, sha256('a whole sentence'));
    await chmod(path, 0o600);
    await truncate(path, 3);
    await store.put(Readable.from([Buffer.from('a whole sentence')]));
    expect(await store.verify(sha256('a whole sentence'))).toBe('intact');
  });

  it('brings back an object that a killed sweeper had moved aside', async () => {
    await openFolderStore(folder);
    await writeFile(join(folder, 'incoming', `999999999-ended-1.${sha256('aside')}`), 'aside');
    const store = await openFolderStore(folder);
    expect(await store.verify(sha256('aside'))).toBe('intact');
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('sweeps the draft of an earlier process that had the same number, as it is usual in containers', async () => {
    await mkdir(join(folder, 'incoming'));
    await writeFile(join(folder, 'incoming', `${process.pid}-000000000000-1`), 'half');
    await openFolderStore(folder);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('leaves files alone that are not its own', async () => {
    await mkdir(join(folder, 'ab', 'cd'), { recursive: true });
    await writeFile(join(folder, 'ab', 'cd', 'README'), 'by a person');
    const found = [];
    for await (const object of (await openFolderStore(folder)).list()) found.push(object);
    expect(found).toEqual([]);
    expect(await readdir(join(folder, 'ab', 'cd'))).toEqual(['README']);
  });
});

function pathOf(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name.slice(2, 4), name);
}

function anHourAgo(): Date {
  return new Date(Date.now() - 3_600_000);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
