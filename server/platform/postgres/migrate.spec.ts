import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { migrate } from './migrate.js';
import { requireMigrated } from './require-migrated.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

async function asOwner(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  it('refuses a database that a later version has migrated, and changes nothing in it', async () => {
    await migrate(database.ownerUrl);
    await asOwner(`INSERT INTO schema_migration VALUES ('9999-from-the-future.sql', 'x', now())`);
    await asOwner(`DELETE FROM schema_migration WHERE name LIKE '0007%'`);
    expect(await migrate(database.ownerUrl)).toEqual({ kind: 'newer-database', migration: '9999-from-the-future.sql' });
    expect(await asOwner(`SELECT 1 FROM schema_migration WHERE name LIKE '0007%'`)).toEqual([]);
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    await migrate(database.ownerUrl);
    await asOwner(`UPDATE schema_migration SET sha256 = 'of another text' WHERE name LIKE '0002%'`);
    expect(await migrate(database.ownerUrl)).toEqual({ kind: 'changed-migration', migration: '0002-protokoll.sql' });
  });

  it('leaves nothing of a migration that fails half-way', async () => {
    await asOwner(`CREATE TABLE vorgang (occupied boolean)`);
    await expect(migrate(database.ownerUrl)).rejects.toMatchObject({ code: '42P07' });
    expect(await asOwner(`SELECT to_regclass('mandant') AS mandant, to_regclass('schema_migration') AS done`)).toEqual([
      { mandant: null, done: null },
    ]);
  });

  it('installs the schema, and a second run does no harm', async () => {
    const first = await migrate(database.ownerUrl);
    expect(first).toEqual({ applied: expect.any(Number) });
    expect(await migrate(database.ownerUrl)).toEqual({ applied: 0 });
    expect(await asOwner(`SELECT count(*)::int AS applied FROM schema_migration`)).toEqual([first]);
  });

  it('applies each file once when two servers start at once', async () => {
    const both = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
    const [applied] = await asOwner(`SELECT count(*)::int AS applied FROM schema_migration`);
    expect(both).toContainEqual({ applied: 0 });
    expect(both).toContainEqual(applied);
  });
});

describe('requireMigrated', () => {
  it.each([
    ['databaseNewer', `INSERT INTO schema_migration VALUES ('9999-from-the-future.sql', 'x', now())`],
    ['migrationChanged', `UPDATE schema_migration SET sha256 = 'x' WHERE name LIKE '0001%'`],
  ])('ends the start with %s and a remedy', async (code, sql) => {
    await requireMigrated(database.ownerUrl);
    await asOwner(sql);
    await expect(requireMigrated(database.ownerUrl)).rejects.toMatchObject({
      code,
      de: expect.stringMatching(/\d{4}-[a-z-]+\.sql/),
      remedyDe: expect.stringMatching(/\w/),
    });
  });
});
