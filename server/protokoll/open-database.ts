import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DEFAULTS } from '../platform/config.js';
import { openDatabase, type Database } from '../platform/postgres/database.js';
import { clusterVersion } from '../platform/postgres/launcher/cluster.js';
import { DATABASE, ROLES } from '../platform/postgres/launcher/roles.js';
import { startEmbeddedPostgres } from '../platform/postgres/launcher/start-embedded-postgres.js';
import { readSecret } from '../platform/secrets.js';
import { StartupProblem } from '../platform/startup-problem.js';

/** A database to check, and how to leave it as it was found. */
export interface OpenedDatabase {
  readonly database: Database;
  /** Connection of the role that works before a Mandant is known. */
  readonly sessionUrl: string;
  close(): Promise<void>;
}

/**
 * Opens the database of this installation without the server: the one of `DATABASE_URL`, or that of the data folder. The
 * latter is started for the check where it does not run, and used as it is where a server runs on it.
 *
 * @returns null where the data folder holds no database: a check must not make one
 * @throws StartupProblem where the database cannot be reached or started
 */
export async function openInstalledDatabase(environment: NodeJS.ProcessEnv): Promise<OpenedDatabase | null> {
  const external = environment['DATABASE_URL']?.trim();
  if (external) {
    const sessionUrl = environment['DATABASE_SESSION_URL']?.trim() ?? '';
    return opened({ applicationUrl: external, sessionUrl }, () => Promise.resolve());
  }
  const dataFolder = dataFolderOf(environment);
  const cluster = join(await placeOf(dataFolder), 'cluster');
  if ((await clusterVersion(cluster)) === undefined) return null;
  const started = await startUnlessRunning(dataFolder);
  if (started) return opened(started, () => started.stop());
  const [applicationUrl, sessionUrl] = await Promise.all([
    runningUrl(dataFolder, cluster, ROLES.application),
    runningUrl(dataFolder, cluster, ROLES.session),
  ]);
  return opened({ applicationUrl, sessionUrl }, () => Promise.resolve());
}

/** The data folder that the server would use. */
export function dataFolderOf(environment: NodeJS.ProcessEnv): string {
  return resolve(environment['LAUFMAPPE_DATA']?.trim() || DEFAULTS.LAUFMAPPE_DATA);
}

async function opened(
  { applicationUrl, sessionUrl }: { readonly applicationUrl: string; readonly sessionUrl: string },
  afterwards: () => Promise<void>,
): Promise<OpenedDatabase> {
  try {
    const database = await openDatabase(applicationUrl, 2);
    const close = async () => {
      await database.close();
      await afterwards();
    };
    return { database, sessionUrl, close };
  } catch (error) {
    await afterwards();
    throw error;
  }
}

async function startUnlessRunning(dataFolder: string) {
  try {
    return await startEmbeddedPostgres({ dataFolder });
  } catch (error) {
    if (error instanceof StartupProblem && error.code === 'alreadyRunning') return null;
    throw error;
  }
}

/** The launcher writes down where the cluster lies when it cannot lie in the data folder. */
async function placeOf(dataFolder: string): Promise<string> {
  const home = join(dataFolder, 'postgres');
  return (await readFile(join(home, 'location'), 'utf8').catch(() => '')).trim() || home;
}

/** PostgreSQL writes the port that it listens on into the fourth line of `postmaster.pid`. */
async function runningUrl(dataFolder: string, cluster: string, role: string): Promise<string> {
  const port = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[3]?.trim() ?? '';
  const password = (await readSecret(join(dataFolder, 'secrets'), `postgres-${role}`)) ?? '';
  return `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
}
