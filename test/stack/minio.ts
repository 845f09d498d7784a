import { S3_KEYS } from './s3-keys.js';
import { s3Server } from './s3-server.js';

export const minio = s3Server({
  name: 'MinIO',
  version: '2026-02-12',
  // The newest that the module proxy resolves; upstream is archived. AGPL-3.0: a counterpart in tests, never shipped.
  source: { path: 'github.com/minio/minio', version: 'v0.0.0-20260212201848-7aac2a2c5b7c' },
  folders: ['certs'],
  environment: {
    MINIO_ROOT_USER: S3_KEYS.accessKey,
    MINIO_ROOT_PASSWORD: S3_KEYS.secretKey,
    MINIO_BROWSER: 'off',
    MINIO_UPDATE: 'off',
  },
  health: '/minio/health/live',
  arguments: (address, folder) => ['server', '--address', address, '--certs-dir', folder('certs'), folder('disk')],
});
