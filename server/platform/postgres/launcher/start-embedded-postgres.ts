import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartupProblem, type Say } from '../../startup-problem.js';
import { findBinaries } from './binaries.js';
import { clusterPlace } from './cluster-place.js';
import { ADMINISTRATOR, clusterVersion, ensureCluster, type Installation } from './cluster.js';
import { databaseUser, type DatabaseUser } from './database-user.js';
import { endLeftover } from './leftover.js';
import { acquireProcessLock } from './process-lock.js';
import { DATABASE, ROLES, ensureRoles, type RoleName } from './roles.js';
import { readOrCreateSecret, readSecret } from '../../secrets.js';
import { endWithThisProcess, serverVersion, startServerProcess, type ServerProcess } from './server-process.js';

export interface EmbeddedPostgresOptions {
  /** Folder of all data of this installation; made when missing. */
  readonly dataFolder: string;
  /** Where root puts what the database user cannot reach elsewhere. */
  readonly stateFolder?: string;
  /** Further PostgreSQL settings by name, e.g. `{ max_connections: '200' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What becomes of PostgreSQL when our process ends without `stop()`; left running only for the workers of a test run. */
  readonly whenWeExit?: 'stop' | 'leave';
  /** Called once when PostgreSQL ends without `stop()`: the server can then only say so and end. */
  readonly onExit?: (problem: StartupProblem) => void;
  /** Told what takes long or lies in an unexpected place. */
  readonly say?: Say;
}

export interface EmbeddedPostgres {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly sessionUrl: string;
  /** Superuser on the database `postgres`, for backups and tests; the server itself never uses it. */
  readonly administratorUrl: string;
  /** e.g. 18.4 */
  readonly version: string;
  readonly processId: number;
  /** Ends within 5 s; calling it again does no harm. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with `npm ci`: on loopback, with passwords, as a user that is not root.
 * Inside the data folder: `postgres/` (cluster), `secrets/` (one 0600 file per role), `postgres.lock`.
 *
 * @throws StartupProblem for everything a person can remedy (second start, full disk, other version …)
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  // 0711: the database user must pass through, but may not look around.
  if ((await mkdir(dataFolder, { recursive: true })) !== undefined) await chmod(dataFolder, 0o711);
  const release = await acquireProcessLock(join(dataFolder, 'postgres.lock'), dataFolder);
  try {
    return await startLocked(dataFolder, options, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function startLocked(
  dataFolder: string,
  options: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const installation = await findInstallation(dataFolder, options);
  const version = await serverVersion(installation);
  const secrets = join(dataFolder, 'secrets');
  const administratorPassword = await administratorSecret(secrets, installation.place);
  const cluster = await ensureCluster(installation, version, administratorPassword);
  await endLeftover(cluster);
  const server = await startServerProcess(installation, cluster, options.settings ?? {});
  if (options.whenWeExit !== 'leave') endWithThisProcess(server);
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  const administratorUrl = url(ADMINISTRATOR, administratorPassword, 'postgres');
  try {
    const passwords = await rolePasswords(secrets);
    await ensureRoles(administratorUrl, passwords);
    return {
      ownerUrl: url(ROLES.owner, passwords.owner, DATABASE),
      applicationUrl: url(ROLES.application, passwords.application, DATABASE),
      sessionUrl: url(ROLES.session, passwords.session, DATABASE),
      administratorUrl,
      version,
      processId: server.processId,
      stop: supervise(server, options, release),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function findInstallation(dataFolder: string, options: EmbeddedPostgresOptions): Promise<Installation> {
  const say = options.say ?? (() => undefined);
  const user = await databaseUser();
  const home = join(dataFolder, 'postgres');
  const state = options.stateFolder ?? defaultStateFolder(user, home);
  const place = await clusterPlace(user, home, state, say);
  return { user, place, say, binaries: await findBinaries(user, state, say) };
}

/** A normal user reaches its own data folder, so only root needs a place outside (file hierarchy standard: /var/lib). */
function defaultStateFolder(user: DatabaseUser, home: string): string {
  return user.kind === 'nobody' ? '/var/lib/laufmappe' : home;
}

/** A cluster whose password file is gone must not get a new file: the new password would open nothing. */
async function administratorSecret(secrets: string, place: string): Promise<string> {
  const name = `postgres-${ADMINISTRATOR}`;
  const cluster = join(place, 'cluster');
  if ((await clusterVersion(cluster)) === undefined) return readOrCreateSecret(secrets, name);
  const secret = await readSecret(secrets, name);
  if (secret === undefined) throw new StartupProblem('secretMissing', { folder: cluster, file: join(secrets, name) });
  return secret;
}

async function rolePasswords(secrets: string): Promise<Record<RoleName, string>> {
  const password = (name: RoleName) => readOrCreateSecret(secrets, `postgres-${ROLES[name]}`);
  return {
    owner: await password('owner'),
    application: await password('application'),
    session: await password('session'),
  };
}

/** Watches the process and returns its stop: whichever comes first, the lock is given back exactly once. */
function supervise(
  server: ServerProcess,
  { onExit }: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): () => Promise<void> {
  let state: 'running' | 'stopping' = 'running';
  const finished = server.ended.then(async (how) => {
    await release();
    if (state === 'running') onExit?.(new StartupProblem('databaseEnded', { how }));
  });
  return async () => {
    if (state === 'running') {
      state = 'stopping';
      await server.stop();
    }
    await finished;
  };
}
