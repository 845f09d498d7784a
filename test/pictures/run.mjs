// `npm run pictures [<word>]`: builds what is out of date, fills an office and takes the pictures of client/pictures anew.
import { spawnSync } from 'node:child_process';

const build = spawnSync(process.execPath, ['server/start.mjs', '--build-only'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
await import('../support/typescript-loader.mjs');
const { takePictures } = await import('./pictures.ts');
await takePictures(process.argv[2] ?? '');
