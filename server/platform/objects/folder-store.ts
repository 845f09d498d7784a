import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { listObjects, objectPath, prepareFolder, type FolderLayout } from './folder-layout.js';
import { putIntoFolder } from './folder-put.js';
import { removeFromFolder } from './folder-remove.js';
import type { ByteRange, ObjectStore, StoredObject } from './object-store.js';

/**
 * The object store of the embedded profile: files named by their hash. Several processes may use one folder.
 * It cannot enforce retention against its administrator; retention is a matter of the domain model.
 *
 * @param folder made when missing, for its owner only
 * @throws StartupProblem when the file system has no hard links
 */
export async function openFolderStore(folder: string): Promise<ObjectStore> {
  const layout = await prepareFolder(folder);
  return {
    put: (source, options = {}) => putIntoFolder(layout, source, options),
    get: (sha256, range) => read(objectPath(layout, sha256), range),
    stat: (sha256) => statObject(layout, sha256),
    verify: (sha256) => verify(layout, sha256),
    remove: (sha256, unusedFor) => removeFromFolder(layout, sha256, unusedFor),
    list: () => listObjects(layout),
  };
}

/** Opens before it answers, so that missing bytes are an error of this call and not of a stream half-way. */
async function read(path: string, range: ByteRange | undefined): Promise<Readable> {
  const file = await open(path, 'r');
  return file.createReadStream({ ...range, highWaterMark: 256 * 1024 });
}

async function statObject(layout: FolderLayout, sha256: string): Promise<StoredObject | undefined> {
  try {
    return { sha256, size: (await stat(objectPath(layout, sha256))).size };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function verify(layout: FolderLayout, sha256: string): Promise<'intact' | 'damaged' | 'missing'> {
  if ((await statObject(layout, sha256)) === undefined) return 'missing';
  const hash = createHash('sha256');
  for await (const chunk of await read(objectPath(layout, sha256), undefined)) hash.update(chunk as Uint8Array);
  return hash.digest('hex') === sha256 ? 'intact' : 'damaged';
}
