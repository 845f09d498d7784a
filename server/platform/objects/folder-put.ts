import { mkdir, rename, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Rejection } from '../../contract/rejections.js';
import { syncFolder } from '../durable-file.js';
import { linkUnlessThere, objectPath, type FolderLayout } from './folder-layout.js';
import type { PutOptions, StoredObject } from './object-store.js';
import { withDraft } from './receive-draft.js';

/** Temporary file → hash while streaming → fsync → hard link to the hash → fsync of the folder. */
export function putIntoFolder(
  layout: FolderLayout,
  source: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredObject | Rejection> {
  return withDraft(layout.drafts, source, options, (draft, object) => publish(layout, draft, object));
}

/** Gives the bytes their final name. Tried again while the sweeper is just moving the same object out of the way. */
async function publish(layout: FolderLayout, draft: string, object: StoredObject): Promise<void> {
  const path = objectPath(layout, object.sha256);
  while ((await linkOrRefresh(layout, draft, path, object.size)) === 'vanished');
  // Also when the name was there already: who linked it may not have come to this point yet.
  await syncFolder(dirname(path));
}

async function linkOrRefresh(
  layout: FolderLayout,
  draft: string,
  path: string,
  size: number,
): Promise<'done' | 'vanished'> {
  if ((await linkInFolder(layout, draft, path)) === 'linked') return 'done';
  try {
    // A name over fewer or more bytes is damage (a disk, a person); the good bytes at hand take its place.
    if ((await stat(path)).size !== size) await rename(draft, path);
    else await utimes(path, new Date(), new Date()); // `remove` keeps what was stored again
    return 'done';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'vanished';
    throw error;
  }
}

/** The folder is there nearly always: asking for it first would be a call more for each object. */
async function linkInFolder(layout: FolderLayout, draft: string, path: string): Promise<'linked' | 'there'> {
  try {
    return await linkUnlessThere(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await ensureFolders(layout, dirname(path));
    return linkUnlessThere(draft, path);
  }
}

/** New folders are names too and have to survive a power failure before the object counts as stored. */
async function ensureFolders({ root }: FolderLayout, leaf: string): Promise<void> {
  const first = await mkdir(leaf, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  await syncFolder(dirname(leaf));
  if (first !== leaf) await syncFolder(root);
}
