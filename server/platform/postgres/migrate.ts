import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectPath } from '../project-path.js';

const folder = projectPath('server/platform/postgres/migrations');
const fileName = /^(\d{4})-[a-z-]+\.sql$/;
// Any fixed number: two servers that start at once migrate one after the other.
const MIGRATION_LOCK = 7_204_111;

/** What stands against migrating; the database is unchanged. */
export interface MigrationProblem {
  readonly kind: 'newer-database' | 'changed-migration';
  readonly migration: string;
}

/**
 * Brings the schema to the state of the numbered files, forward only, all in one transaction.
 * @param ownerUrl connection of the owner role, which is used for nothing else
 * @returns a problem where the database was migrated by a later version, or where an applied file was changed
 */
export async function migrate(ownerUrl: string): Promise<MigrationProblem | { applied: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL)`,
    );
    const result = await applyMissing(client);
    await client.query('kind' in result ? 'ROLLBACK' : 'COMMIT');
    return result;
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client): Promise<MigrationProblem | { applied: number }> {
  const names = (await readdir(folder)).filter((name) => fileName.test(name)).sort();
  const done = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM schema_migration');
  const hashes = new Map(done.rows.map((row) => [row.name, row.sha256]));
  const unknown = done.rows.find((row) => !names.includes(row.name));
  if (unknown) return { kind: 'newer-database', migration: unknown.name };
  let applied = 0;
  for (const name of names) {
    const sql = await readFile(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const known = hashes.get(name);
    if (known === sha256) continue;
    if (known) return { kind: 'changed-migration', migration: name };
    await client.query(sql);
    await client.query('INSERT INTO schema_migration VALUES ($1, $2, now())', [name, sha256]);
    applied += 1;
  }
  return { applied };
}
