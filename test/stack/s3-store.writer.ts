import { openS3Store } from '../../server/platform/objects/s3-store.js';
import type { ObjectStore } from '../../server/platform/objects/object-store.js';
import type { S3Place } from '../../server/platform/objects/s3-place.js';

/** Entry for the child processes of the contract suite. */
export function openStore(argument: string): Promise<ObjectStore> {
  const { place, spool } = JSON.parse(argument) as { place: S3Place; spool: string };
  return openS3Store(place, spool);
}
