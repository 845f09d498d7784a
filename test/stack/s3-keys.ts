import { openBucket } from '../../server/platform/objects/s3-bucket.js';
import type { S3Place } from '../../server/platform/objects/s3-place.js';

/** Public on purpose: the servers listen on loopback and hold test data. */
export const S3_KEYS = { accessKey: 'laufmappe', secretKey: 'laufmappe-stack', region: 'us-east-1' } as const;

export function placeOn(endpoint: string, bucket: string): S3Place {
  return { endpoint, bucket, ...S3_KEYS };
}

/** What Laufmappe is told, to use a bucket. */
export function s3Environment({ endpoint, bucket, accessKey, secretKey }: S3Place): Record<string, string> {
  return {
    LAUFMAPPE_S3_URL: `${endpoint}/${bucket}`,
    LAUFMAPPE_S3_ACCESS_KEY: accessKey,
    LAUFMAPPE_S3_SECRET_KEY: secretKey,
  };
}

/** Makes the bucket as an administrator does it: with object lock, which brings versioning along. */
export async function makeBucket(place: S3Place, lock: 'locked' | 'plain' = 'locked'): Promise<void> {
  const { client, name } = openBucket(place);
  if (await client.bucketExists(name)) return;
  await client.makeBucket(name, place.region, { ObjectLocking: lock === 'locked' });
}
