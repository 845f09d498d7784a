import type { Database } from '../../platform/postgres/database.js';
import { listMandanten } from '../../platform/postgres/mandanten.js';
import { StartupProblem } from '../../platform/startup-problem.js';

/**
 * Refuses to start without a cluster on which instances still run: what people decide would never reach them.
 *
 * @throws StartupProblem `zeebeMissing` with their number
 */
export async function requireCluster(database: Database, address: object | null): Promise<void> {
  if (address !== null) return;
  let running = 0;
  for (const mandantId of await listMandanten(database)) {
    const [row] = await database.transaction(mandantId, (queries) =>
      queries.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM engine.instance
          WHERE mandant_id = current_mandant() AND engine = 'zeebe' AND status = 'active'`,
      ),
    );
    running += row?.count ?? 0;
  }
  if (running > 0) throw new StartupProblem('zeebeMissing', { running });
}
