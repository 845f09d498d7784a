import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';

export interface UndeployedDecisions {
  readonly key: string;
  readonly modelId: string;
  readonly sha256: string;
  readonly resource: Buffer;
  readonly decisionIds: readonly string[];
}

/** The newest version of each file of decisions, where the cluster does not have it yet; null asks for all files. */
export async function undeployedDecisions(queries: Queries, modelId: string | null): Promise<UndeployedDecisions[]> {
  return queries.query(
    `SELECT m.key, m.model_id AS "modelId", m.sha256, m.resource,
            ARRAY(SELECT d.decision_id FROM engine.decision d WHERE d.model_key = m.key) AS "decisionIds"
       FROM (SELECT DISTINCT ON (model_id) * FROM engine.decision_model
              WHERE $1::text IS NULL OR model_id = $1 ORDER BY model_id, version DESC) m
      WHERE NOT EXISTS (SELECT FROM engine.zeebe_decision_model z WHERE z.model_key = m.key)`,
    [modelId],
  );
}

export async function decisionsConflict(
  queries: Queries,
  { modelId, sha256, decisionIds }: UndeployedDecisions,
): Promise<boolean> {
  const [row] = await queries.query<{ yes: boolean }>(`SELECT engine.zeebe_decision_conflict($1, $2, $3) AS yes`, [
    modelId,
    sha256,
    decisionIds,
  ]);
  return row?.yes ?? true;
}

export async function keepDecisionsDeployed(queries: Queries, mandantId: Id, key: string): Promise<void> {
  await queries.query(
    `INSERT INTO engine.zeebe_decision_model (mandant_id, model_key) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [mandantId, key],
  );
}
