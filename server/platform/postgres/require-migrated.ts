import { StartupProblem } from '../startup-problem.js';
import { migrate } from './migrate.js';

/** Migrates, or throws the StartupProblem that says why this version may not work on this database. */
export async function requireMigrated(ownerUrl: string): Promise<void> {
  const result = await migrate(ownerUrl);
  if (!('kind' in result)) return;
  const code = result.kind === 'newer-database' ? 'databaseNewer' : 'migrationChanged';
  throw new StartupProblem(code, { migration: result.migration });
}
