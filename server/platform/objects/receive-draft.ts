import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import { removeFile } from '../remove-file.js';
import { draftPath, type Drafts } from './drafts.js';
import type { PutOptions, StoredObject } from './object-store.js';

/**
 * Reads a source whole into a file of its own, hashed and synced, hands it to `use`, and removes it whatever happens.
 *
 * @returns the object that `use` has stored, `platform.tooLarge` or `platform.storageFull`
 */
export async function withDraft(
  drafts: Drafts,
  source: AsyncIterable<Uint8Array>,
  options: PutOptions,
  use: (path: string, object: StoredObject) => Promise<void>,
): Promise<StoredObject | Rejection> {
  // A stream that fails before anybody listens ends the whole process; the loop in copyAndHash starts listening late.
  if (source instanceof Readable) source.on('error', () => undefined);
  const path = draftPath(drafts);
  try {
    const received = await receive(path, source, options);
    if (!isRejection(received)) await use(path, received);
    return received;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') return reject('platform.storageFull');
    throw error;
  } finally {
    await removeFile(path);
  }
}

async function receive(
  path: string,
  source: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredObject | Rejection> {
  // Nobody but this opened file writes to it, ever; protects against slips, not against the administrator.
  const file = await open(path, 'wx', 0o400);
  try {
    const received = await copyAndHash(file, source, options);
    if (isRejection(received)) return received;
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
