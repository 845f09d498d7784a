import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** A folder that is made with the first file in it: most work on small files needs none, and making one costs more than that. */
export interface ScratchAtNeed {
  /** Where a file of this name lies; the folder is there then. */
  place(name: string): Promise<string>;
  /** Whether there is anything to be removed. */
  isMade(): boolean;
}

/** Name of a folder that nobody has made yet, so that one process can name it and another make it. */
export function scratchFolderName(parent: string, name: string): string {
  return join(parent, `${name}-${randomUUID()}`);
}

/**
 * @param folder name by `scratchFolderName`
 * @param state whether another process has made it already
 */
export function scratchFolderAtNeed(folder: string, state: 'missing' | 'made' = 'missing'): ScratchAtNeed {
  let made = state === 'made' ? Promise.resolve() : undefined;
  return {
    isMade: () => made !== undefined,
    place: async (name) => {
      await (made ??= makeFolder(folder));
      return join(folder, name);
    },
  };
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  // For this process alone, and never one that is there already.
  await mkdir(folder, { mode: 0o700 });
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
