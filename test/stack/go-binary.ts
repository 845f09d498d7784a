import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { runCommand } from './run-command.js';
import { stackPath } from './stack-folder.js';

export interface GoPackage {
  readonly path: string;
  readonly version: string;
}

/**
 * Builds a program of a Go module once; a file beside it says which version it is.
 *
 * @returns path of the program
 * @throws Error when there is no Go, or the build fails
 */
export async function provideGoBinary({ path, version }: GoPackage): Promise<string> {
  const binary = stackPath('bin', basename(path));
  const wanted = `${path}@${version}`;
  if (existsSync(binary) && (await readFile(`${binary}.version`, 'utf8').catch(() => '')) === wanted) return binary;
  await mkdir(stackPath('bin'), { recursive: true });
  const caches = stackPath('go');
  try {
    // Caches of its own: they grow to 3 GB and go at once. Two compilers at a time: each may need 1 GB.
    await runCommand('nice', ['go', 'install', '-trimpath', '-ldflags', '-s -w', wanted], {
      GOBIN: stackPath('bin'),
      GOFLAGS: '-p=2 -buildvcs=false -modcacherw',
      GOMODCACHE: `${caches}/mod`,
      GOCACHE: `${caches}/build`,
    });
  } finally {
    await rm(caches, { recursive: true, force: true });
  }
  await chmod(binary, 0o755);
  await writeFile(`${binary}.version`, wanted);
  return binary;
}
