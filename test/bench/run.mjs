// `npm run bench`: builds what is out of date, then measures the built server in one run with its own comparison.
import { spawnSync } from 'node:child_process';

const build = spawnSync(process.execPath, ['server/start.mjs', '--build-only'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
await import('../support/typescript-loader.mjs');
const { bench } = await import('./bench.ts');
await bench(process.argv.slice(2));
