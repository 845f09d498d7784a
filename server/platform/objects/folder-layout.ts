import { link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupProblem } from '../startup-problem.js';
import { draftPath, openDrafts, type Drafts } from './drafts.js';
import { requireSha256, type StoredObject } from './object-store.js';

/** A folder of objects as this process uses it. */
export interface FolderLayout {
  readonly root: string;
  readonly drafts: Drafts;
}

/**
 * Makes the folders, tidies up after dead processes, and proves that the file system has hard links, on which every
 * put relies (exFAT and some network drives have none).
 *
 * @throws StartupProblem `folderUnusable` without hard links
 */
export async function prepareFolder(root: string): Promise<FolderLayout> {
  const layout = {
    root,
    drafts: await openDrafts(join(root, 'incoming'), (path, sha256) => sweep(root, path, sha256)),
  };
  await requireHardLinks(layout);
  return layout;
}

/** `ab/cd/abcd…`: 65,536 folders, so that 20 million objects are about 300 in each. */
export function objectPath({ root }: Pick<FolderLayout, 'root'>, sha256: string): string {
  requireSha256(sha256);
  return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Every object in the order of the hashes; anything else in the folders is not ours and left alone. */
export async function* listObjects({ root }: FolderLayout): AsyncIterable<StoredObject> {
  for (const first of await fanOut(root)) {
    for (const second of await fanOut(join(root, first))) {
      const folder = join(root, first, second);
      const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
      // All of a folder at once: one after the other, a million files take 70 s instead of 25.
      const found = await Promise.all(names.map((name) => sizeOf(join(folder, name))));
      for (const [index, sha256] of names.entries()) {
        const size = found[index];
        if (size !== undefined && size !== null) yield { sha256, size };
      }
    }
  }
}

/** Gives a file its name unless the name is taken, and says which of the two it was. */
export async function linkUnlessThere(from: string, to: string): Promise<'linked' | 'there'> {
  try {
    await link(from, to);
    return 'linked';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'there';
    throw error;
  }
}

/** null where somebody has removed it in the meantime. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function fanOut(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
}

/** Half a put is removed; what a killed sweeper had moved aside goes back under its name. */
async function sweep(root: string, path: string, sha256: string | undefined): Promise<void> {
  if (sha256 !== undefined) {
    await mkdir(dirname(objectPath({ root }, sha256)), { recursive: true });
    await linkUnlessThere(path, objectPath({ root }, sha256));
  }
  await rm(path, { force: true });
}

async function requireHardLinks(layout: FolderLayout): Promise<void> {
  const [probe, second] = [draftPath(layout.drafts), draftPath(layout.drafts)];
  await writeFile(probe, '');
  try {
    await link(probe, second);
  } catch {
    throw new StartupProblem('folderUnusable', { folder: layout.root, reason: 'the file system has no hard links' });
  } finally {
    await rm(probe, { force: true });
    await rm(second, { force: true });
  }
}
