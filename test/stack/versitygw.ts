import { S3_KEYS } from './s3-keys.js';
import { s3Server } from './s3-server.js';

const VERSION = 'v1.8.0';

/** The second S3 server, so that the adapter leans on no quirk of the first. Needs extended attributes below its folder. */
export const versitygw = s3Server({
  name: 'versitygw',
  version: VERSION,
  source: { path: 'github.com/versity/versitygw/cmd/versitygw', version: VERSION },
  // It refuses to start when the name of one folder begins like that of the other.
  folders: ['objects', 'versions'],
  environment: { ROOT_ACCESS_KEY: S3_KEYS.accessKey, ROOT_SECRET_KEY: S3_KEYS.secretKey },
  health: '/healthz',
  arguments: (address, folder) => [
    ...['--port', address, '--keep-alive', '--quiet', '--health', '/healthz', 'posix'],
    ...['--versioning-dir', folder('versions'), folder('objects')],
  ],
});
