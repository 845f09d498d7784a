import { Client } from 'minio';
import { requireSha256 } from './object-store.js';
import type { S3Place } from './s3-place.js';

/** One bucket as this process uses it. */
export interface S3Bucket {
  readonly client: Client;
  readonly name: string;
  readonly region: string;
}

/**
 * A client for one bucket. Its own retries are off: it would send a consumed stream again, and everything here is
 * repeated by its caller (outbox, upload, sweeper), who knows what may be repeated.
 */
export function openBucket({ endpoint, bucket, accessKey, secretKey, region }: S3Place): S3Bucket {
  const { hostname, port, protocol } = new URL(endpoint);
  const client = new Client({
    endPoint: hostname.replace(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port: Number(port) }),
    useSSL: protocol === 'https:',
    accessKey,
    secretKey,
    region,
    retryOptions: { disableRetry: true },
  });
  return { client, name: bucket, region };
}

/** `ab/cd/abcd…`, as in the folder store: bytes can be carried from one to the other by any copy tool. */
export function objectKey(sha256: string): string {
  requireSha256(sha256);
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

export interface ObjectState {
  readonly size: number;
  /** Null in a bucket without versioning. */
  readonly versionId: string | null;
}

/** The version that readers get, or undefined when there is none. */
export async function visibleState({ client, name }: S3Bucket, sha256: string): Promise<ObjectState | undefined> {
  try {
    const { size, versionId } = await client.statObject(name, objectKey(sha256));
    return { size, versionId: versionId === undefined || versionId === 'null' ? null : versionId };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** A HEAD has no body, so it only says NotFound; a delete marker answers MethodNotAllowed to everything else. */
export function isMissing(error: unknown): boolean {
  return ['NotFound', 'NoSuchKey', 'MethodNotAllowed', 'NoSuchVersion'].includes(codeOf(error));
}
