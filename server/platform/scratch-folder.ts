import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFile } from './remove-file.js';

/**
 * Works in a folder of its own, which is removed whatever happens.
 *
 * @param parent folder for such folders; made where it is missing
 * @param name what the work is, so that an administrator who finds a folder after a power cut knows what it was
 */
export async function inScratchFolder<Value>(
  parent: string,
  name: string,
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = await makeScratchFolder(parent, name);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes such a folder for work that ends elsewhere; `removeScratchFolder` removes it. */
export async function makeScratchFolder(parent: string, name: string): Promise<string> {
  const prefix = join(parent, `${name}-`);
  try {
    return await mkdtemp(prefix);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(parent, { recursive: true });
    return mkdtemp(prefix);
  }
}

/** @param only the file that is usually alone in it: two steps, where `rm` looks at the folder and at each name in it */
export async function removeScratchFolder(folder: string, only: string): Promise<void> {
  try {
    await removeFile(join(folder, only));
    await rmdir(folder);
  } catch {
    await rm(folder, { recursive: true, force: true });
  }
}
