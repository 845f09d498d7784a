import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FoundBrowser } from './browser-finder.js';

const PACKAGE = join(process.cwd(), 'node_modules', '@sparticuz', 'chromium');
const CACHE = join(process.cwd(), 'node_modules', '.cache', 'laufmappe');

/**
 * Chromium from npm, unpacked once (2 to 6 s, 206 MB) so that it starts on a bare Debian. It dates from April 2026:
 * for loopback pages in tests, never a part of the product.
 * @returns null where the package is missing or has no build for this machine (it has one for Linux on x64)
 */
export async function unpackSparticuz(): Promise<FoundBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(PACKAGE)) return null;
  const version = await installedVersion();
  const home = join(CACHE, `chromium-${version}`);
  if (!existsSync(home)) await unpackInto(home);
  return {
    executable: join(home, 'chromium'),
    origin: `from npm, @sparticuz/chromium ${version}`,
    environment: {
      // Without these libraries (NSS) it does not start on a bare Debian. For the browser process only: our own
      // processes keep the libraries of the system.
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      // Without fonts text has no size, and Playwright waits 30 s for "hidden" elements.
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  };
}

async function installedVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** Unpacks beside the place and renames: a killed run leaves nothing half done, parallel workers do not collide. */
async function unpackInto(home: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const staging = await mkdtemp(join(CACHE, 'unpacking-'));
  try {
    await runPackage(staging);
    await writeFile(join(staging, 'fonts', 'fonts.conf'), fontsConfiguration(join(home, 'fonts')));
    // Both come closed to others; unpacked by root, they must serve a normal user too.
    await Promise.all([chmod(staging, 0o755), chmod(join(staging, 'chromium'), 0o755)]);
    await rename(staging, home);
  } catch (error) {
    // ENOTEMPTY: another worker was faster, and its copy is as good as ours.
    if (!existsSync(join(home, 'chromium'))) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Lets the package unpack itself in a process of its own, because it writes to fixed names below TMPDIR and changes
 * the environment of the process that loads it. The variable makes it unpack the libraries too, which it otherwise
 * does only on the cloud service it was made for.
 */
async function runPackage(folder: string): Promise<void> {
  const script = "const chromium = await import('@sparticuz/chromium'); await chromium.default.executablePath();";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env['PATH'], TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
}

/** The package's own file points at fixed folders of the cloud service. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`;
}
