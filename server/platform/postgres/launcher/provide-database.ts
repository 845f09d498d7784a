import pg from 'pg';
import type { Configuration, ExternalDatabase } from '../../config.js';
import { StartupProblem, oneLine, type Say } from '../../startup-problem.js';
import { memorySettings } from './memory-settings.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

/** The database the server works on, whoever runs it. */
export interface ProvidedDatabase {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly sessionUrl: string;
  /** e.g. 18.4 */
  readonly version: string;
  /** Ends the embedded database; leaves an external one alone. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded database, or makes sure that the configured one answers, has a version we run on, and gives the
 * server roles that row-level security binds.
 *
 * @throws StartupProblem
 */
export async function provideDatabase(
  { database, dataFolder }: Pick<Configuration, 'database' | 'dataFolder'>,
  hooks: { readonly say?: Say; readonly onExit?: (problem: StartupProblem) => void } = {},
): Promise<ProvidedDatabase> {
  if (database.kind === 'embedded') return startEmbeddedPostgres({ dataFolder, settings: memorySettings(), ...hooks });
  const owner = new URL(database.ownerUrl).username;
  const version = await checkConnection('DATABASE_OWNER_URL', database.ownerUrl, async () => undefined);
  await checkConnection('DATABASE_URL', database.applicationUrl, (client) =>
    requireWeakRole(client, 'DATABASE_URL', owner),
  );
  await checkConnection('DATABASE_SESSION_URL', database.sessionUrl, (client) =>
    requireWeakRole(client, 'DATABASE_SESSION_URL', owner),
  );
  return { ...urlsOf(database), version, stop: () => Promise.resolve() };
}

function urlsOf({ ownerUrl, applicationUrl, sessionUrl }: ExternalDatabase) {
  return { ownerUrl, applicationUrl, sessionUrl };
}

async function checkConnection(
  variable: string,
  url: string,
  check: (client: pg.Client) => Promise<void>,
): Promise<string> {
  // 10 s: a firewall that swallows packets would otherwise let the start hang for minutes without a word.
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    const version = rows[0]?.server_version.split(' ')[0] ?? '';
    const major = Number.parseInt(version, 10);
    if (!(major >= 15 && major <= 18)) throw new StartupProblem('databaseVersion', { variable, found: version });
    await check(client);
    return version;
  } catch (error) {
    if (error instanceof StartupProblem) throw error;
    const { host, pathname } = new URL(url);
    throw new StartupProblem('databaseUnreachable', { variable, address: host + pathname, reason: reasonOf(error) });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function requireWeakRole(client: pg.Client, variable: string, owner: string): Promise<void> {
  const { rows } = await client.query<{ role: string; strong: boolean }>(
    `SELECT current_user AS role, rolsuper OR rolbypassrls
            OR EXISTS (SELECT FROM pg_roles o WHERE o.rolname = $1 AND pg_has_role(current_user, o.oid, 'MEMBER')) AS strong
       FROM pg_roles WHERE rolname = current_user`,
    [owner],
  );
  if (rows[0]?.strong !== false)
    throw new StartupProblem('databaseRoleTooStrong', { variable, role: rows[0]?.role ?? '' });
}

/** A host with two addresses fails with an AggregateError that has no message of its own, only a code. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return oneLine(message || code || 'no answer');
}
