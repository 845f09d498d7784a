import { createHash } from 'node:crypto';
import { access, constants, open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { listObjects, objectPath, prepareFolder, type FolderLayout } from './folder-layout.js';
import { putIntoFolder } from './folder-put.js';
import { removeFromFolder } from './folder-remove.js';
import type { ByteRange, ObjectStore, StoredObject, StoreHealth } from './object-store.js';

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
    retain: () => Promise.resolve('unsupported'),
    hold: () => Promise.resolve('unsupported'),
    protection: () => Promise.resolve('unsupported'),
    health: () => folderHealth(folder),
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

async function folderHealth(folder: string): Promise<StoreHealth> {
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return { state: 'ok', de: 'Dateiablage erreichbar', en: 'File storage reachable' };
  } catch {
    return {
      state: 'degraded',
      de: 'Der Ordner der Dateiablage ist nicht benutzbar; bitte Rechte und Datenträger prüfen',
      en: 'The folder of the file storage cannot be used; please check permissions and disk',
    };
  }
}
