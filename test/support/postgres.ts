import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { ROLES, limitAccess } from '../../server/platform/postgres/launcher/roles.js';
import { testServer, type TestServer } from './postgres-server.js';

/** A database of its own for one spec file, on a real PostgreSQL, with the roles of production. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly sessionUrl: string;
  /** Superuser on this database: for what a test must see past row-level security. */
  readonly administratorUrl: string;
  /** Closes every connection to it and removes it. */
  drop(): Promise<void>;
}

/** Brings an empty database to the current schema with the connection of its owner; must close what it opens. */
export type Migrate = (ownerUrl: string) => Promise<unknown>;

/**
 * Makes a fresh database. `migrate` runs once per jest run, into a template that is copied for every call (about 50 ms).
 *
 *     const database = await testDatabase(migrate);   // in beforeAll
 *     await database.drop();                          // in afterAll
 */
export async function testDatabase(migrate?: Migrate): Promise<TestDatabase> {
  const server = await testServer();
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdministrator(server, async (client) => {
    const template = migrate === undefined ? 'template1' : await ensureTemplate(client, server, migrate);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${ROLES.owner}`);
    await limitAccess(client, name);
  });
  return {
    ownerUrl: onDatabase(server.ownerUrl, name),
    applicationUrl: onDatabase(server.applicationUrl, name),
    sessionUrl: onDatabase(server.sessionUrl, name),
    administratorUrl: onDatabase(server.administratorUrl, name),
    drop: () => asAdministrator(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function asAdministrator(server: TestServer, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server.administratorUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** One worker migrates while the others wait for the lock; the name appears only when the template is complete. */
async function ensureTemplate(client: pg.Client, server: TestServer, migrate: Migrate): Promise<string> {
  const key = createHash('sha256').update(migrate.toString()).digest('hex').slice(0, 12);
  const template = `template_${key}`;
  await client.query("SELECT pg_advisory_lock(hashtext('laufmappe template'))");
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) await buildTemplate(client, server, migrate, template);
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtext('laufmappe template'))");
  }
  return template;
}

async function buildTemplate(client: pg.Client, server: TestServer, migrate: Migrate, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft} OWNER ${ROLES.owner}`);
  await limitAccess(client, draft);
  await migrate(onDatabase(server.ownerUrl, draft));
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

function onDatabase(connection: string, database: string): string {
  const url = new URL(connection);
  url.pathname = `/${database}`;
  return url.href;
}
