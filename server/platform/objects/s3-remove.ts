import { rm, writeFile } from 'node:fs/promises';
import { asidePath, type Drafts } from './drafts.js';
import { codeOf, objectKey, visibleState, type S3Bucket } from './s3-bucket.js';
import { isFresh, markKey } from './s3-mark.js';

/**
 * Removes an object unless it was stored again within the last `unusedFor` milliseconds, or the server holds it by a
 * retention or a legal hold. Looking and then deleting would lose bytes that are stored in between; so the object is
 * first hidden by a delete marker, which a put notices, then looked at, and shown again when it is in use.
 *
 * A note in the drafts says what is hidden: `showHidden` brings it back when this process is killed half-way.
 */
export async function removeFromBucket(
  bucket: S3Bucket,
  drafts: Drafts,
  sha256: string,
  unusedFor: number,
): Promise<'removed' | 'kept'> {
  const visible = await visibleState(bucket, sha256);
  if (visible === undefined) return 'removed';
  // Without versioning nothing can be hidden and shown again. Health says that the bucket must have it.
  if (visible.versionId === null) return 'kept';
  if (await isFresh(bucket, sha256, visible.versionId, unusedFor)) return 'kept';
  const note = asidePath(drafts, sha256);
  await writeFile(note, '', { mode: 0o600, flush: true });
  const versions = (await versionsOf(bucket, objectKey(sha256))).filter(({ kind }) => kind === 'bytes');
  await bucket.client.removeObject(bucket.name, objectKey(sha256));
  const unused = !(await isFresh(bucket, sha256, visible.versionId, unusedFor));
  const answer = unused ? await removeVersions(bucket, objectKey(sha256), versions) : 'kept';
  // After a removal the marker stays: versitygw, told to remove it, also takes the bytes that a put stores just then.
  if (answer === 'kept') await showHidden(bucket, sha256);
  else await removeVersions(bucket, markKey(sha256), await versionsOf(bucket, markKey(sha256)));
  await rm(note, { force: true });
  return answer;
}

// Each time round one put has met us at the very moment; several in a row are already improbable.
const ATTEMPTS = 5;

/**
 * Takes away delete markers, ours and those of anybody who deleted without having the right to destroy, until the bytes
 * are seen: versitygw, told to remove a marker while a put stores the bytes above it, takes those and leaves the marker.
 */
export async function showHidden(bucket: S3Bucket, sha256: string): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const versions = await versionsOf(bucket, objectKey(sha256));
    for (const { kind, versionId } of versions) {
      if (kind === 'marker') await bucket.client.removeObject(bucket.name, objectKey(sha256), { versionId });
    }
    if (!versions.some(({ kind }) => kind === 'bytes')) return;
    if ((await visibleState(bucket, sha256)) !== undefined) return;
  }
  throw new Error(`the object store does not show ${sha256}, although it has it`);
}

interface Version {
  readonly versionId: string;
  readonly kind: 'bytes' | 'marker';
}

async function versionsOf({ client, name }: S3Bucket, key: string): Promise<Version[]> {
  const found: Version[] = [];
  for await (const item of client.listObjects(name, key, true, { IncludeVersion: true })) {
    const { versionId, isDeleteMarker } = item as { versionId?: string; isDeleteMarker?: boolean };
    if (versionId) found.push({ versionId, kind: isDeleteMarker === true ? 'marker' : 'bytes' });
  }
  return found;
}

async function removeVersions(
  { client, name }: S3Bucket,
  key: string,
  versions: readonly Version[],
): Promise<'removed' | 'kept'> {
  try {
    for (const { versionId } of versions) await client.removeObject(name, key, { versionId });
    return 'removed';
  } catch (error) {
    if (isLocked(error)) return 'kept';
    throw error;
  }
}

/** MinIO answers InvalidRequest with this sentence, versitygw and AWS AccessDenied. */
function isLocked(error: unknown): boolean {
  const locked = ['AccessDenied', 'ObjectLocked'].includes(codeOf(error));
  return locked || (codeOf(error) === 'InvalidRequest' && /WORM/.test(String(error)));
}
