import { mkdir, rm } from 'node:fs/promises';
import { provideGoBinary } from './go-binary.js';
import type { RealServer } from './real-server.js';
import { makeBucket, placeOn, S3_KEYS, s3Environment } from './s3-keys.js';
import { answers, freePort, startChild } from './server-child.js';
import { stackPath } from './stack-folder.js';

const PACKAGE = { path: 'github.com/versity/versitygw/cmd/versitygw', version: 'v1.8.0' };

/** The second S3 server, so that the adapter leans on no quirk of the first. Needs extended attributes below its folder. */
export const versitygw: RealServer = {
  name: 'versitygw',
  version: PACKAGE.version,
  install: async () => {
    await provideGoBinary(PACKAGE);
  },
  start: async ({ port: wanted, instance = 'stack' } = {}) => {
    const binary = await provideGoBinary(PACKAGE);
    const port = wanted || (await freePort());
    const endpoint = `http://127.0.0.1:${port}`;
    const folder = (name: string) => stackPath('data', `versitygw-${instance}`, name);
    // It refuses to start when the name of one folder begins like that of the other.
    await Promise.all(['objects', 'versions'].map((name) => mkdir(folder(name), { recursive: true })));
    const child = await startChild({
      command: binary,
      arguments: [
        ...['--port', `127.0.0.1:${port}`, '--keep-alive', '--quiet', '--health', '/healthz', 'posix'],
        ...['--versioning-dir', folder('versions'), folder('objects')],
      ],
      environment: { ROOT_ACCESS_KEY: S3_KEYS.accessKey, ROOT_SECRET_KEY: S3_KEYS.secretKey },
      logFile: folder('log'),
      isReady: () => answers(`${endpoint}/healthz`),
      patienceMilliseconds: 60_000,
    });
    const place = placeOn(endpoint, 'laufmappe');
    await makeBucket(place);
    return { ...child, address: endpoint, environment: s3Environment(place) };
  },
  wipe: (instance) => rm(stackPath('data', `versitygw-${instance}`), { recursive: true, force: true }),
};
