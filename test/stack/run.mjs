// `npm run test:stack [-- --part <name>]`: everything that must also hold on the full profile, on servers that it
// starts itself. Closes with one line that counts the tests.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const child = spawn(
  process.execPath,
  [
    '--import',
    join(root, 'test/support/typescript-loader.mjs'),
    join(root, 'test/stack/run-parts.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
// Ctrl-C reaches the child by the terminal; we wait until it has stopped its servers.
process.on('SIGINT', () => undefined);
child.once('exit', (code) => (process.exitCode = code ?? 1));
