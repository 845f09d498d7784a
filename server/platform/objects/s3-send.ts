import type { Readable } from 'node:stream';
import type { StoredObject } from './object-store.js';
import type { S3Bucket } from './s3-bucket.js';

/** Tag for the sweeper: when the bytes were last wanted, in milliseconds since 1970. */
export const USED_TAG = 'used';

/**
 * Sends a whole object in one request, with its hash in the signature and as a checksum, and with the tag that it is used
 * now: the server stores all of it or nothing.
 */
export async function send(
  { client, name, region }: S3Bucket,
  objectName: string,
  source: Readable,
  { sha256, size }: StoredObject,
  conditions: Readonly<Record<string, string>> = {},
): Promise<void> {
  const headers = {
    'Content-Length': size,
    'Content-Type': 'application/octet-stream',
    // Over TLS the client leaves the payload unsigned; the checksum still holds.
    'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
    'x-amz-tagging': `${USED_TAG}=${Date.now()}`,
    ...conditions,
  };
  const request = { method: 'PUT', bucketName: name, objectName, headers };
  const signed = (client as unknown as { enableSHA256: boolean }).enableSHA256 ? sha256 : '';
  const response = await client.makeRequestStreamAsync(request, source, signed, [200], region);
  response.resume();
}
