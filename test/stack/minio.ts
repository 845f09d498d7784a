import { mkdir, rm } from 'node:fs/promises';
import { provideGoBinary } from './go-binary.js';
import type { RealServer } from './real-server.js';
import { makeBucket, placeOn, S3_KEYS, s3Environment } from './s3-keys.js';
import { answers, freePort, startChild } from './server-child.js';
import { stackPath } from './stack-folder.js';

// The newest that the module proxy resolves; upstream is archived. AGPL-3.0: a counterpart in tests, never shipped.
const PACKAGE = { path: 'github.com/minio/minio', version: 'v0.0.0-20260212201848-7aac2a2c5b7c' };

export const minio: RealServer = {
  name: 'MinIO',
  version: '2026-02-12',
  install: async () => {
    await provideGoBinary(PACKAGE);
  },
  start: async ({ port: wanted, instance = 'stack' } = {}) => {
    const binary = await provideGoBinary(PACKAGE);
    const port = wanted || (await freePort());
    const endpoint = `http://127.0.0.1:${port}`;
    await mkdir(stackPath('data', `minio-${instance}`, 'certs'), { recursive: true });
    const child = await startChild({
      command: binary,
      arguments: [
        ...['server', '--address', `127.0.0.1:${port}`, '--certs-dir', stackPath('data', `minio-${instance}`, 'certs')],
        stackPath('data', `minio-${instance}`, 'disk'),
      ],
      environment: {
        MINIO_ROOT_USER: S3_KEYS.accessKey,
        MINIO_ROOT_PASSWORD: S3_KEYS.secretKey,
        MINIO_BROWSER: 'off',
        MINIO_UPDATE: 'off',
      },
      logFile: stackPath('data', `minio-${instance}`, 'log'),
      isReady: () => answers(`${endpoint}/minio/health/live`),
      patienceMilliseconds: 60_000,
    });
    const place = placeOn(endpoint, 'laufmappe');
    await makeBucket(place);
    return { ...child, address: endpoint, environment: s3Environment(place) };
  },
  wipe: (instance) => rm(stackPath('data', `minio-${instance}`), { recursive: true, force: true }),
};
