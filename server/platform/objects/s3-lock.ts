import { LEGAL_HOLD_STATUS, RETENTION_MODES } from 'minio';
import type { ObjectProtection } from './object-store.js';
import { codeOf, isMissing, objectKey, visibleState, type S3Bucket } from './s3-bucket.js';

/**
 * Locks a version until a day. Governance mode: the key of the server cannot shorten it, a person with the right to
 * bypass can, so that an Akte which the law wants deleted earlier is not held by a wrong date for ever.
 */
export async function retainObject(bucket: S3Bucket, sha256: string, until: Date): Promise<'locked'> {
  const { client, name } = bucket;
  try {
    await client.putObjectRetention(name, objectKey(sha256), {
      mode: RETENTION_MODES.GOVERNANCE,
      retainUntilDate: until.toISOString(),
      versionId: await versionOf(bucket, sha256),
    });
  } catch (error) {
    // Refused is what would be shorter: the same bytes lie in another Akte that is kept for longer.
    if (!isShorter(error)) throw error;
  }
  return 'locked';
}

/** A legal hold has no end; it mirrors a Sperre of the records. */
export async function holdObject(bucket: S3Bucket, sha256: string, state: 'on' | 'off'): Promise<'locked'> {
  const { client, name } = bucket;
  const status = state === 'on' ? LEGAL_HOLD_STATUS.ENABLED : LEGAL_HOLD_STATUS.DISABLED;
  const versionId = await versionOf(bucket, sha256);
  // The declared type says void; it is a promise, and dropping it would drop a refusal.
  await (client.setObjectLegalHold(name, objectKey(sha256), { versionId, status }) as unknown as Promise<void>);
  return 'locked';
}

/**
 * What the server says about the visible version, from the headers of a HEAD: the client's own questions read an answer in
 * XML that versitygw writes otherwise, and they need two requests.
 */
export async function protectionOf(bucket: S3Bucket, sha256: string): Promise<ObjectProtection | 'missing'> {
  const { client, name, region } = bucket;
  const request = { method: 'HEAD', bucketName: name, objectName: objectKey(sha256) };
  try {
    const { headers } = await client.makeRequestAsync(request, '', [200], region);
    const until = Date.parse(String(headers['x-amz-object-lock-retain-until-date']));
    return {
      held: headers['x-amz-object-lock-legal-hold'] === 'ON',
      until: until > Date.now() ? new Date(until) : null,
    };
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}

/** @throws Error when the object is missing or the bucket has no versions */
async function versionOf(bucket: S3Bucket, sha256: string): Promise<string> {
  const versionId = (await visibleState(bucket, sha256))?.versionId;
  if (versionId) return versionId;
  throw new Error(`no version of ${sha256} can be locked in the bucket ${bucket.name}`);
}

function isShorter(error: unknown): boolean {
  const message = String(error);
  return ['AccessDenied', 'ObjectLocked'].includes(codeOf(error)) || /WORM/.test(message);
}
