import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { logger } from '../logger.js';
import { openDrafts } from './drafts.js';
import type { ByteRange, ObjectStore, StoredObject } from './object-store.js';
import { withDraft } from './receive-draft.js';
import { objectKey, openBucket, visibleState, type S3Bucket } from './s3-bucket.js';
import { bucketHealth } from './s3-health.js';
import { holdObject, protectionOf, retainObject } from './s3-lock.js';
import type { S3Place } from './s3-place.js';
import { putIntoBucket } from './s3-put.js';
import { removeFromBucket, showHidden } from './s3-remove.js';

/**
 * The object store of the full profile: a bucket with versioning and object lock. A put is first received whole in the
 * spool, since the client neither survives a source that breaks nor checks how much of it came.
 *
 * Opens also while the server is away: `health` says so, and puts and gets fail until it is back.
 *
 * @param spoolFolder local, for drafts; needs room for the uploads of one moment
 */
export async function openS3Store(place: S3Place, spoolFolder: string): Promise<ObjectStore> {
  const bucket = openBucket(place);
  const drafts = await openDrafts(spoolFolder, (path, sha256) => sweepDraft(bucket, path, sha256));
  return {
    put: (source, options = {}) =>
      withDraft(drafts, source, options, (path, object) => putIntoBucket(bucket, path, object)),
    get: (sha256, range) => read(bucket, sha256, range),
    stat: async (sha256) => {
      const state = await visibleState(bucket, sha256);
      return state && { sha256, size: state.size };
    },
    verify: (sha256) => verify(bucket, sha256),
    remove: (sha256, unusedFor) => removeFromBucket(bucket, drafts, sha256, unusedFor),
    list: () => list(bucket),
    retain: (sha256, until) => retainObject(bucket, sha256, until),
    hold: (sha256, state) => holdObject(bucket, sha256, state),
    protection: (sha256) => protectionOf(bucket, sha256),
    health: () => bucketHealth(bucket),
  };
}

/** Half an upload goes; an object that a killed sweeper had hidden is shown again. */
async function sweepDraft(bucket: S3Bucket, path: string, sha256: string | undefined): Promise<void> {
  try {
    if (sha256 !== undefined) await showHidden(bucket, sha256);
    await rm(path, { force: true });
  } catch (error) {
    logger.warn({ error, sha256 }, 'a half-removed object could not be shown again; the next start tries again');
  }
}

async function read(bucket: S3Bucket, sha256: string, range: ByteRange | undefined): Promise<Readable> {
  const key = objectKey(sha256);
  if (range === undefined) return bucket.client.getObject(bucket.name, key);
  return bucket.client.getPartialObject(bucket.name, key, range.start, range.end - range.start + 1);
}

async function verify(bucket: S3Bucket, sha256: string): Promise<'intact' | 'damaged' | 'missing'> {
  if ((await visibleState(bucket, sha256)) === undefined) return 'missing';
  const hash = createHash('sha256');
  for await (const chunk of await read(bucket, sha256, undefined)) hash.update(chunk as Uint8Array);
  return hash.digest('hex') === sha256 ? 'intact' : 'damaged';
}

/** Keys sort like their hashes. Anything else in the bucket is not ours and left alone. */
async function* list({ client, name }: S3Bucket): AsyncIterable<StoredObject> {
  for await (const item of client.listObjectsV2(name, '', true)) {
    const { name: key = '', size } = item as { name?: string; size: number };
    const sha256 = key.slice(6);
    if (!/^[0-9a-f]{64}$/.test(sha256) || key !== objectKey(sha256)) continue;
    yield { sha256, size };
  }
}
