import pg from 'pg';
import { migrate } from '../../server/platform/postgres/migrate.js';
import { testDatabase, type TestDatabase } from '../support/postgres.js';

/** Belongs to the installation, not to a Mandant; the application role has no right on it. */
const WITHOUT_MANDANT = ['operator', 'schema_migration'];

/** Tables that name a record and yet belong to the Mandant as a whole, and why. */
const OF_THE_MANDANT: Readonly<Record<string, string>> = {
  access_class: 'what row-level security itself is made of',
  access_rule: 'what row-level security itself is made of',
  aussonderung_vorgang: 'pairs of ids; the policy of aussonderung asks for those that the person does not see',
  aktenzeichen_given: 'numbers that are never given again; the list of gaps must not have gaps of its own',
  import_akte: 'ids that an import has made, read by the import alone',
  import_vorgang: 'ids that an import has made, read by the import alone',
  search_entry: 'read by functions that hold the classes themselves, since a policy keeps words off their index',
};

describe('every table', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await testDatabase(migrate);
    client = new pg.Client({ connectionString: database.administratorUrl });
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** Names of the tables for which the condition on `t` (pg_class) holds. */
  const tables = async (condition: string): Promise<string[]> => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT t.relname AS name FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE t.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND (${condition})
        ORDER BY 1`,
    );
    return rows.map((row) => row.name);
  };
  const withoutMandant = `NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'mandant_id')`;
  const withoutProtection = `NOT (${withoutMandant}) AND NOT (t.relrowsecurity AND EXISTS (SELECT FROM pg_policy p
    WHERE p.polrelid = t.oid AND pg_get_expr(p.polqual, t.oid) LIKE '%current_mandant()%'))`;

  it('carries mandant_id', async () => {
    expect(await tables(withoutMandant)).toEqual(WITHOUT_MANDANT);
  });

  it('stands under row-level security with a policy that names the running Mandant', async () => {
    expect(await tables(withoutProtection)).toEqual([]);
  });

  it('that speaks of a record is seen only by whoever sees the record', async () => {
    const ofRecord = `EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND NOT a.attisdropped
      AND a.attname IN ('akte_id', 'vorgang_id', 'dokument_id', 'access_class'))`;
    const byPerson = `EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid
      AND pg_get_expr(p.polqual, t.oid) LIKE '%sees_all()%')`;
    const open = await tables(`${ofRecord} AND NOT (${byPerson})`);
    expect(open.filter((name) => !(name in OF_THE_MANDANT))).toEqual([]);
  });

  it('has no policy for the application that forgets the Mandant', async () => {
    const loose = `SELECT FROM pg_policy p WHERE p.polrelid = t.oid
      AND (p.polroles = '{0}' OR 'laufmappe_app'::regrole = ANY (p.polroles))
      AND coalesce(pg_get_expr(p.polqual, t.oid), pg_get_expr(p.polwithcheck, t.oid)) NOT LIKE '%current_mandant()%'`;
    expect(await tables(`EXISTS (${loose})`)).toEqual([]);
  });

  it('is not owned by the application, and the application cannot switch its protection off', async () => {
    expect(await tables(`t.relowner = 'laufmappe_app'::regrole`)).toEqual([]);
    const { rows } = await client.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = 'laufmappe_app'`,
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  });

  it('without a Mandant is out of reach of the application', async () => {
    const reachable = await tables(
      `${withoutMandant} AND has_table_privilege('laufmappe_app', t.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    );
    expect(reachable).toEqual([]);
  });

  it('of the Protokoll can be read and appended by the application, never changed or emptied', async () => {
    const changeable = await tables(
      `t.relname LIKE 'protokoll%' AND (has_table_privilege('laufmappe_app', t.oid, 'DELETE, TRUNCATE')
        OR (t.relname = 'protokoll' AND has_table_privilege('laufmappe_app', t.oid, 'UPDATE')))`,
    );
    expect(changeable).toEqual([]);
    expect(await tables(`t.relname = 'protokoll'`)).toEqual(['protokoll']);
  });

  it('that holds objects finds them by their hash without reading itself', async () => {
    const held = `t.relnamespace = 'public'::regnamespace AND t.relname <> 'schema_migration'
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'sha256')`;
    const indexed = `EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'sha256'
      WHERE i.indrelid = t.oid AND i.indkey[0] = a.attnum AND i.indpred IS NULL)`;
    expect(await tables(`${held} AND NOT ${indexed}`)).toEqual([]);
    expect((await tables(held)).length).toBeGreaterThan(4);
  });

  it('that forgets its Mandant or its protection is caught', async () => {
    await client.query(`BEGIN; CREATE TABLE forgotten (id int); CREATE TABLE unprotected (mandant_id uuid)`);
    try {
      expect(await tables(withoutMandant)).toEqual(['forgotten', ...WITHOUT_MANDANT]);
      expect(await tables(withoutProtection)).toEqual(['unprotected']);
    } finally {
      await client.query('ROLLBACK');
    }
  });
});
