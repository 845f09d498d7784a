import { join } from 'node:path';
import type { Configuration } from '../config.js';
import { openFolderStore } from './folder-store.js';
import type { ObjectStore } from './object-store.js';

/** The storage of the profile. The S3 client is loaded only where it is used: it costs 38 MB and 150 ms. */
export async function openObjectStore({
  objectsFolder,
  dataFolder,
  s3,
}: Pick<Configuration, 'objectsFolder' | 'dataFolder' | 's3'>): Promise<ObjectStore> {
  if (s3 === null) return openFolderStore(objectsFolder);
  const { openS3Store } = await import('./s3-store.js');
  return openS3Store(s3, join(dataFolder, 'spool'));
}
