import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { processInfo } from '../process-info.js';
import { StartupProblem } from '../startup-problem.js';
import { requireSha256, type StoredObject } from './object-store.js';

/** A folder of objects as this process uses it. */
export interface FolderLayout {
  readonly root: string;
  /** Names of drafts tell which process to ask before they are swept. */
  readonly draftPrefix: string;
}

/**
 * Makes the folders, tidies up after dead processes, and proves that the file system has hard links, on which every
 * put relies (exFAT and some network drives have none).
 *
 * @throws StartupProblem `folderUnusable` without hard links
 */
export async function prepareFolder(root: string): Promise<FolderLayout> {
  await mkdir(draftFolder(root), { recursive: true, mode: 0o700 });
  const layout = { root, draftPrefix: `${process.pid}-${await startMark(process.pid)}` };
  for (const name of await readdir(draftFolder(root))) await sweep(layout, name);
  await requireHardLinks(layout);
  return layout;
}

/** `ab/cd/abcd…`: 65,536 folders, so that 20 million objects are about 300 in each. */
export function objectPath({ root }: FolderLayout, sha256: string): string {
  requireSha256(sha256);
  return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** A place for bytes on their way in; what is left there by a dead process is removed. */
export function draftPath({ root, draftPrefix }: FolderLayout): string {
  return join(draftFolder(root), `${draftPrefix}-${randomUUID()}`);
}

/** A place for an object on its way out; what is left there by a dead process goes back under its name. */
export function asidePath(layout: FolderLayout, sha256: string): string {
  return `${draftPath(layout)}.${sha256}`;
}

/** Every object in the order of the hashes; anything else in the folders is not ours and left alone. */
export async function* listObjects({ root }: FolderLayout): AsyncIterable<StoredObject> {
  for (const first of await fanOut(root)) {
    for (const second of await fanOut(join(root, first))) {
      for (const sha256 of (await readdir(join(root, first, second))).sort()) {
        if (!/^[0-9a-f]{64}$/.test(sha256)) continue;
        yield { sha256, size: (await stat(join(root, first, second, sha256))).size };
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

function draftFolder(root: string): string {
  return join(root, 'incoming');
}

async function fanOut(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
}

/** Several servers may share the folder, and process numbers come again (in containers always the same few). */
async function sweep(layout: FolderLayout, name: string): Promise<void> {
  const [processId = '', mark = ''] = name.split('-', 2);
  if ((await startMark(Number(processId))) === mark) return;
  const path = join(draftFolder(layout.root), name);
  const sha256 = name.split('.')[1];
  if (sha256 !== undefined) {
    await mkdir(dirname(objectPath(layout, sha256)), { recursive: true });
    await linkUnlessThere(path, objectPath(layout, sha256));
  }
  await rm(path, { force: true });
}

async function startMark(processId: number): Promise<string | undefined> {
  const running = await processInfo(processId);
  if (running === undefined) return undefined;
  return createHash('sha256').update(running.startMark).digest('hex').slice(0, 12);
}

async function requireHardLinks(layout: FolderLayout): Promise<void> {
  const [probe, second] = [draftPath(layout), draftPath(layout)];
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
