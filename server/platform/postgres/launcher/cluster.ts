import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartupProblem, type Say } from '../../startup-problem.js';
import type { Binaries } from './binaries.js';
import { asUser, type DatabaseUser } from './database-user.js';
import { readFailure } from './postgres-failure.js';
import { syncFolder } from '../../durable-file.js';

/** Everything known about the place before the server starts. */
export interface Installation {
  readonly binaries: Binaries;
  readonly user: DatabaseUser;
  /** Folder that holds the cluster; the cluster itself is `cluster` in it. */
  readonly place: string;
  readonly say: Say;
}

/** Name of the administrator role: made by initdb, used by the launcher and for backups, never by the application. */
export const ADMINISTRATOR = 'postgres';

/**
 * The cluster folder, made by initdb at the first start.
 *
 * @param administratorPassword becomes the password of ADMINISTRATOR when the cluster is made
 * @param version what `postgres -V` says, e.g. 18.4
 * @throws StartupProblem `dataVersion` for a cluster of another major version, `diskFull`, `folderUnusable`
 */
export async function ensureCluster(
  installation: Installation,
  version: string,
  administratorPassword: string,
): Promise<string> {
  const cluster = join(installation.place, 'cluster');
  const found = await clusterVersion(cluster);
  if (found === undefined) {
    await removeDrafts(installation.place);
    await createCluster(installation, cluster, administratorPassword);
  } else if (found !== version.split('.')[0]) {
    throw new StartupProblem('dataVersion', { folder: cluster, found, expected: version });
  }
  return cluster;
}

/** Major version of the cluster in a folder, e.g. "18", or undefined when there is none. */
export async function clusterVersion(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whatever a start left that was killed half-way. Its initdb may still run and write while we remove: hence the retries. */
async function removeDrafts(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    if (!/^(cluster|password)\.new-/.test(name)) continue;
    await rm(join(place, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** initdb works in a draft folder that gets its name when it is complete, so that a kill half-way leaves no half cluster. */
async function createCluster(installation: Installation, cluster: string, password: string): Promise<void> {
  const { user, place, say } = installation;
  say({ de: 'Die Datenbank wird angelegt …', en: 'Creating the database …' });
  const draft = `${cluster}.new-${process.pid}`;
  const passwordFile = join(place, `password.new-${process.pid}`);
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
    if (user.kind === 'nobody') {
      await chown(draft, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    await runInitdb(installation, draft, passwordFile);
    await rename(draft, cluster);
    await syncFolder(place);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function runInitdb(installation: Installation, draft: string, passwordFile: string): Promise<void> {
  const { binaries, user, place } = installation;
  const flags = [
    ...['-D', draft, '-U', ADMINISTRATOR, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'],
    // ICU sorts German as people expect (Äpfel beside Apfel); libc locales are not installed on bare machines.
    ...['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=de-DE', '--locale=C', '-k'],
  ];
  try {
    await promisify(execFile)(binaries.initdb, flags, { ...asUser(user), cwd: place, env: cleanEnvironment() });
  } catch (error) {
    const failure = readFailure(String((error as { stderr?: unknown }).stderr ?? error), place);
    throw failure.kind === 'problem' ? failure.problem : error;
  }
}

/** Without the PG… variables of the person who starts us: PGDATA, PGPORT and their like would redirect the programs. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, SystemRoot } = process.env;
  return { PATH, TMPDIR, SystemRoot, LC_ALL: 'C', TZ: 'UTC' };
}
