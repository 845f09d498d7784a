import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../durable-file.js';
import { asidePath } from './drafts.js';
import { linkUnlessThere, objectPath, type FolderLayout } from './folder-layout.js';

/**
 * Removes an object unless it was stored again within the last `unusedFor` milliseconds. Looking at the age and then
 * deleting would lose bytes that are stored in between; so the object is first moved aside, which a put notices, then
 * looked at, and put back when it is in use again.
 */
export async function removeFromFolder(
  layout: FolderLayout,
  sha256: string,
  unusedFor: number,
): Promise<'removed' | 'kept'> {
  const path = objectPath(layout, sha256);
  if (await isFresh(path, unusedFor)) return 'kept';
  const aside = asidePath(layout.drafts, sha256);
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'removed';
    throw error;
  }
  const fresh = await isFresh(aside, unusedFor);
  if (fresh) await linkUnlessThere(aside, path);
  await rm(aside, { force: true });
  await syncFolder(dirname(path));
  return fresh ? 'kept' : 'removed';
}

async function isFresh(path: string, unusedFor: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs < unusedFor;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
