import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import { syncFolder } from '../durable-file.js';
import { draftPath, linkUnlessThere, objectPath, type FolderLayout } from './folder-layout.js';
import type { PutOptions, StoredObject } from './object-store.js';

/** Temporary file → hash while streaming → fsync → hard link to the hash → fsync of the folder. */
export async function putIntoFolder(
  layout: FolderLayout,
  source: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredObject | Rejection> {
  // A stream that fails before anybody listens ends the whole process; the loop in copyAndHash starts listening late.
  if (source instanceof Readable) source.on('error', () => undefined);
  const draft = draftPath(layout);
  try {
    const received = await receive(draft, source, options);
    if (!isRejection(received)) await publish(layout, draft, received);
    return received;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') return reject('platform.storageFull');
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function receive(
  draft: string,
  source: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredObject | Rejection> {
  const file = await open(draft, 'wx', 0o600);
  try {
    const received = await copyAndHash(file, source, options);
    if (isRejection(received)) return received;
    await file.chmod(0o400); // nobody writes to it any more; protects against slips, not against the administrator
    await file.sync();
    return received;
  } finally {
    await file.close();
  }
}

async function copyAndHash(
  file: FileHandle,
  source: AsyncIterable<Uint8Array>,
  { maximumSize = Infinity, expectedSize }: PutOptions,
): Promise<StoredObject | Rejection> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of leftOpen(source)) {
    size += chunk.byteLength;
    if (size > maximumSize) return reject('platform.tooLarge', { limit: Math.floor(maximumSize / 1_000_000) });
    hash.update(chunk);
    await writeWhole(file, chunk);
  }
  if (expectedSize !== undefined && size !== expectedSize) {
    throw new Error(`the source ended after ${size} of ${expectedSize} bytes`);
  }
  return { sha256: hash.digest('hex'), size };
}

/** Leaving a loop over a stream destroys it; for a request that would cut the line before the refusal is sent. */
function leftOpen(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return source instanceof Readable ? source.iterator({ destroyOnReturn: false }) : source;
}

/** A nearly full disk takes a part of a chunk and reports the error only at the next write. */
async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.byteLength;) {
    done += (await file.write(chunk, done, chunk.byteLength - done)).bytesWritten;
  }
}

/** Gives the bytes their final name. Tried again while the sweeper is just moving the same object out of the way. */
async function publish(layout: FolderLayout, draft: string, object: StoredObject): Promise<void> {
  const path = objectPath(layout, object.sha256);
  await ensureFolders(layout, dirname(path));
  while ((await linkOrRefresh(draft, path, object.size)) === 'vanished');
  // Also when the name was there already: who linked it may not have come to this point yet.
  await syncFolder(dirname(path));
}

async function linkOrRefresh(draft: string, path: string, size: number): Promise<'done' | 'vanished'> {
  if ((await linkUnlessThere(draft, path)) === 'linked') return 'done';
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

/** New folders are names too and have to survive a power failure before the object counts as stored. */
async function ensureFolders({ root }: FolderLayout, leaf: string): Promise<void> {
  if ((await mkdir(leaf, { recursive: true, mode: 0o700 })) === undefined) return;
  await syncFolder(dirname(leaf));
  await syncFolder(root);
}
