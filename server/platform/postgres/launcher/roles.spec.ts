import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../../../test/support/postgres.js';

describe('the roles of the embedded database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase(migrate);
  });
  afterAll(() => database.drop());

  it('refuses the application a table of its own', async () => {
    await expect(query(database.applicationUrl, 'CREATE TABLE smuggled (id int)')).rejects.toThrow('permission denied');
  });

  it('refuses the session role the tables of the application', async () => {
    await expect(query(database.sessionUrl, 'SELECT * FROM letters')).rejects.toThrow('permission denied');
  });

  it('refuses the application every right that steps past row-level security', async () => {
    const rows = await query(
      database.administratorUrl,
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'laufmappe%'
       AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    );
    expect(rows).toEqual([]);
    await expect(query(database.applicationUrl, 'SET ROLE laufmappe_owner')).rejects.toThrow('permission denied');
  });

  it('refuses connections of roles that nobody let in', async () => {
    await query(database.administratorUrl, `CREATE ROLE stranger_${process.pid} LOGIN PASSWORD 'x'`);
    const stranger = new URL(database.applicationUrl);
    stranger.username = `stranger_${process.pid}`;
    stranger.password = 'x';
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow('permission denied for database');
    await query(database.administratorUrl, `DROP ROLE stranger_${process.pid}`);
  });

  it('lets the application use what the owner granted', async () => {
    await query(database.applicationUrl, "INSERT INTO letters VALUES ('Äpfel'), ('Zebra'), ('Apfel')");
    expect(await query(database.applicationUrl, 'SELECT text FROM letters ORDER BY text')).toEqual([
      { text: 'Apfel' },
      { text: 'Äpfel' },
      { text: 'Zebra' },
    ]);
  });
});

describe('testDatabase', () => {
  it('gives every caller a migrated database that shares nothing with the others', async () => {
    const [one, two] = await Promise.all([testDatabase(migrate), testDatabase(migrate)]);
    await query(one.ownerUrl, "INSERT INTO letters VALUES ('only here')");
    expect(await query(two.ownerUrl, 'SELECT * FROM letters')).toEqual([]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(query(one.ownerUrl, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});

async function migrate(ownerUrl: string): Promise<void> {
  await query(ownerUrl, 'CREATE TABLE letters (text text)');
  await query(ownerUrl, 'GRANT SELECT, INSERT ON letters TO laufmappe_app');
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
