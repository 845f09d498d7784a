import { describeObjectStore } from '../../server/platform/objects/object-store.contract.js';
import { minio } from './minio.js';
import type { RunningServer } from './real-server.js';
import { openS3Bench } from './s3-bench.js';
import { versitygw } from './versitygw.js';

describe.each([{ server: minio }, { server: versitygw }])('$server.name', ({ server }) => {
  let running: RunningServer;

  beforeAll(async () => {
    await server.wipe('contract');
    running = await server.start({ instance: 'contract' });
  }, 900_000);
  afterAll(async () => {
    await running.stop();
    await server.wipe('contract');
  });

  describeObjectStore(`the S3 store on ${server.name}`, () => openS3Bench(running.address));
});
