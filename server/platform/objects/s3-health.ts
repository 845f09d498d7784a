import type { StoreHealth } from './object-store.js';
import { codeOf, type S3Bucket } from './s3-bucket.js';

// The page of health must answer while the object store hangs.
const PATIENCE_MILLISECONDS = 3_000;

/** Whether the bucket is there and protects what lies in it. */
export async function bucketHealth(bucket: S3Bucket): Promise<StoreHealth> {
  const { name } = bucket;
  try {
    const trouble = await withPatience(lookAt(bucket));
    return trouble ?? { state: 'ok', de: 'Dateiablage erreichbar', en: 'File storage reachable' };
  } catch (error) {
    const code = codeOf(error);
    return degraded(
      `Die Dateiablage (Bucket „${name}“) antwortet nicht${code && ` (${code})`}; neue Dateien werden abgewiesen, bis sie wieder da ist`,
      `The file storage (bucket "${name}") does not answer${code && ` (${code})`}; new files are refused until it is back`,
    );
  }
}

async function lookAt({ client, name }: S3Bucket): Promise<StoreHealth | undefined> {
  if (!(await client.bucketExists(name))) {
    return degraded(
      `Der Bucket „${name}“ fehlt; bitte mit Versionierung und Object Lock anlegen`,
      `The bucket "${name}" is missing; please create it with versioning and object lock`,
    );
  }
  const versioning = (await client.getBucketVersioning(name)) as { Status?: string } | '';
  if (versioning === '' || versioning.Status !== 'Enabled') {
    return degraded(
      `Der Bucket „${name}“ hat keine Versionierung; Überschriebenes wäre verloren`,
      `The bucket "${name}" has no versioning; what is overwritten would be lost`,
    );
  }
  if ((await lockOf({ client, name })) === 'off') {
    return degraded(
      `Der Bucket „${name}“ hat kein Object Lock; Aufbewahrung gilt nur in den Akten, nicht im Speicher`,
      `The bucket "${name}" has no object lock; retention holds in the records only, not in the storage`,
    );
  }
  return undefined;
}

async function lockOf({ client, name }: Pick<S3Bucket, 'client' | 'name'>): Promise<'on' | 'off'> {
  try {
    // Declared as void in one of its overloads.
    const answer = client.getObjectLockConfig(name) as unknown as Promise<{ objectLockEnabled?: string }>;
    const { objectLockEnabled } = await answer;
    return objectLockEnabled === 'Enabled' ? 'on' : 'off';
  } catch (error) {
    if (codeOf(error) === 'ObjectLockConfigurationNotFoundError') return 'off';
    throw error;
  }
}

function degraded(de: string, en: string): StoreHealth {
  return { state: 'degraded', de, en };
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
