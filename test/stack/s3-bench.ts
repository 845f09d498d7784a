import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ObjectStoreUnderTest } from '../../server/platform/objects/object-store.contract.js';
import { objectKey, openBucket, type S3Bucket } from '../../server/platform/objects/s3-bucket.js';
import type { S3Place } from '../../server/platform/objects/s3-place.js';
import { USED_TAG } from '../../server/platform/objects/s3-send.js';
import { openS3Store } from '../../server/platform/objects/s3-store.js';
import { makeBucket, placeOn } from './s3-keys.js';

export interface S3UnderTest extends ObjectStoreUnderTest {
  readonly place: S3Place;
  readonly bucket: S3Bucket;
  readonly spool: string;
  /** Leaves what a sweeper leaves that is killed between hiding and deleting. */
  hideAsKilledSweeper(sha256: string): Promise<void>;
}

/** A store in a bucket of its own, with a spool of its own. Only the test folder is removed: locked bytes stay locked. */
export async function openS3Bench(endpoint: string, lock: 'locked' | 'plain' = 'locked'): Promise<S3UnderTest> {
  const place = placeOn(endpoint, `test-${randomUUID()}`);
  await makeBucket(place, lock);
  const bucket = openBucket(place);
  const spool = await mkdtemp(join(tmpdir(), 'laufmappe-spool-'));
  const { client, name } = bucket;
  return {
    place,
    bucket,
    spool,
    hideAsKilledSweeper: async (sha256) => {
      await writeFile(join(spool, `999999999-ended-1.${sha256}`), '');
      await client.removeObject(name, objectKey(sha256));
    },
    store: await openS3Store(place, spool),
    reopen: () => openS3Store(place, spool),
    writer: {
      module: pathToFileURL(resolve('test/stack/s3-store.writer.ts')),
      argument: JSON.stringify({ place, spool }),
    },
    unfinished: async () =>
      (await readdir(spool)).length + (await client.listIncompleteUploads(name, '', true).toArray()).length,
    age: async (sha256) => {
      const anHourAgo = String(Date.now() - 3_600_000);
      await client.setObjectTagging(name, objectKey(sha256), { [USED_TAG]: anHourAgo });
    },
    damage: async (sha256) => {
      const { size } = await client.statObject(name, objectKey(sha256));
      await client.putObject(name, objectKey(sha256), Buffer.alloc(size, 'x'));
    },
    dispose: () => rm(spool, { recursive: true }),
  };
}
