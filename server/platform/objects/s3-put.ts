import { createReadStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { StoredObject } from './object-store.js';
import { codeOf, isMissing, objectKey, visibleState, type S3Bucket } from './s3-bucket.js';
import { markUsed } from './s3-mark.js';
import { send } from './s3-send.js';

// A dropped connection or a server that is just restarting; a longer outage is for the caller to wait for.
const ATTEMPTS = 4;
const FIRST_PAUSE_MILLISECONDS = 100;

/**
 * Puts a file under its hash: one request for the whole object, with its hash in the signature and as a checksum, so
 * that the server stores all of it or nothing. (The client's own `putObject` splits at 64 MB, silently continues an
 * upload of somebody else under the same key and takes 60 MB for 100 MB.) Bytes that are there already are only marked
 * as used now, which tells the sweeper to keep them.
 */
export async function putIntoBucket(bucket: S3Bucket, path: string, object: StoredObject): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await look(bucket, object);
      if (found === 'there') return;
      // The sweeper sees the mark and shows the object again; bytes sent into that could be taken with what hides it.
      if (found === 'hidden' && attempt < ATTEMPTS) {
        await pause(FIRST_PAUSE_MILLISECONDS * attempt);
        continue;
      }
      await sendFile(bucket, path, object, attempt === 1 ? 'unless-there' : 'always');
      const stored = await visibleState(bucket, object.sha256);
      if (stored?.size === object.size) return;
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayPass(error)) throw error;
    }
    if (attempt >= ATTEMPTS) throw new Error(`the object store does not keep ${object.sha256}`);
    await pause(FIRST_PAUSE_MILLISECONDS * attempt);
  }
}

/**
 * Marks first and looks then: a sweeper that hides the object hides it either before the look, which notices, or after
 * the mark, which the sweeper notices. Fewer or more bytes than the name stands for are damage, and get replaced.
 */
async function look(bucket: S3Bucket, { sha256, size }: StoredObject): Promise<'there' | 'hidden' | 'absent'> {
  try {
    if ((await visibleState(bucket, sha256)) === undefined) return 'absent';
    await markUsed(bucket, sha256);
    const marked = await visibleState(bucket, sha256);
    if (marked === undefined) return 'hidden';
    return marked.size === size ? 'there' : 'absent';
  } catch (error) {
    if (isMissing(error)) return 'absent';
    throw error;
  }
}

/**
 * @param mode `unless-there` lets one of many at once win. A server that counts a hidden object as there, or one that
 * cuts the line with its refusal (versitygw does both), gets the bytes `always` at the second attempt.
 */
async function sendFile(
  bucket: S3Bucket,
  path: string,
  object: StoredObject,
  mode: 'unless-there' | 'always',
): Promise<void> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    await send(bucket, objectKey(object.sha256), file, object, mode === 'unless-there' ? { 'If-None-Match': '*' } : {});
  } finally {
    file.destroy();
  }
}

const PASSING = new Set([
  'PreconditionFailed',
  'ConditionalRequestConflict',
  'OperationAborted',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'InternalError',
  'ServiceUnavailable',
  'SlowDown',
]);

function mayPass(error: unknown): boolean {
  // The client hides 5xx answers in a sentence without a code.
  return PASSING.has(codeOf(error)) || /Retryable HTTP status|socket hang up/.test(String(error));
}
