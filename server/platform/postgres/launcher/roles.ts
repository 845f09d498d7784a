import pg from 'pg';

/** Database and roles of the embedded profile. */
export const DATABASE = 'laufmappe';

/** Owner runs the migrations; application is bound by row-level security; session reaches only the sign-in sessions. */
export const ROLES = {
  owner: 'laufmappe_owner',
  application: 'laufmappe_app',
  session: 'laufmappe_session',
} as const;

export type RoleName = keyof typeof ROLES;

/**
 * Makes roles and database where they are missing and sets the passwords. Every step can be repeated: a kill between
 * initdb and here must not leave a cluster that never works.
 *
 * @param administratorUrl connection of the administrator to the database `postgres`
 */
export async function ensureRoles(
  administratorUrl: string,
  passwords: Readonly<Record<RoleName, string>>,
): Promise<void> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    for (const name of Object.keys(ROLES) as RoleName[]) await ensureRole(client, ROLES[name], passwords[name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLES.owner}`);
    await limitAccess(client, DATABASE);
  } finally {
    await client.end();
  }
}

/**
 * Lets only our roles into a database: by default everybody may connect and make temporary tables everywhere.
 *
 * @param client a connection of the administrator
 */
export async function limitAccess(client: pg.Client, database: string): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${ROLES.application}, ${ROLES.session}`);
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  // Whatever somebody granted in between: no role of ours steps past row-level security.
  const limits = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  await client.query(`${verb} ROLE ${role} ${limits} PASSWORD ${pg.escapeLiteral(password)}`);
}
