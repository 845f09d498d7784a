import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { isMissing, objectKey, type S3Bucket } from './s3-bucket.js';
import { send, USED_TAG } from './s3-send.js';

/**
 * Where a put says that it wants bytes which are there already. Not at the object: versitygw copies the tags of an object
 * while it hides it, and a tag that is set meanwhile is acknowledged and lost (1 of 1,600 meetings; none of 4,000 so).
 */
export function markKey(sha256: string): string {
  return `used/${objectKey(sha256)}`;
}

const NOTHING = { sha256: createHash('sha256').digest('hex'), size: 0 };

/** Marks bytes as used now. A tag makes no version, so a mark has one however often its bytes come again. */
export async function markUsed(bucket: S3Bucket, sha256: string): Promise<void> {
  const key = markKey(sha256);
  try {
    await bucket.client.setObjectTagging(bucket.name, key, { [USED_TAG]: String(Date.now()) });
  } catch (error) {
    if (!isMissing(error)) throw error;
    await send(bucket, key, Readable.from([]), NOTHING);
  }
}

/** Whether bytes were wanted within the last `unusedFor` milliseconds, by their own put or by a later one. */
export async function isFresh(
  bucket: S3Bucket,
  sha256: string,
  versionId: string,
  unusedFor: number,
): Promise<boolean> {
  const own = await usedAt(bucket, objectKey(sha256), { versionId });
  const mark = await usedAt(bucket, markKey(sha256), {});
  const times = [own, mark].filter((time) => typeof time === 'number');
  // An object that somebody else copied in has no tag; it counts as used until somebody stores it through us.
  return times.length === 0 ? own === 'untagged' : Date.now() - Math.max(...times) < unusedFor;
}

async function usedAt(
  { client, name }: S3Bucket,
  key: string,
  version: { readonly versionId?: string },
): Promise<number | 'untagged' | 'missing'> {
  try {
    const tags = (await client.getObjectTagging(name, key, version)) as readonly {
      Key: string;
      Value: string | number;
    }[];
    const used = Number(tags.find(({ Key }) => Key === USED_TAG)?.Value);
    return Number.isNaN(used) ? 'untagged' : used;
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}
