import type { DecisionRow } from '../contract/decision-views.js';
import type { Queries } from '../platform/postgres/database.js';

/** The version in force of every decision. */
export async function listDecisions(queries: Queries): Promise<DecisionRow[]> {
  const rows = await queries.query<Omit<DecisionRow, 'deployedAt'> & { deployedAt: Date }>(
    `SELECT DISTINCT ON (d.decision_id) d.decision_id AS "decisionId", d.name, d.version, m.model_id AS "modelId",
            m.deployed_at AS "deployedAt", m.deployed_by AS "deployedBy"
       FROM engine.decision d JOIN engine.decision_model m ON m.key = d.model_key
      ORDER BY d.decision_id, d.version DESC`,
  );
  return rows.map((row) => ({ ...row, deployedAt: row.deployedAt.toISOString() }));
}

/** The file in which a version of a decision stands, as it was uploaded; null for an unknown version. */
export async function decisionXml(queries: Queries, decisionId: string, version: number): Promise<string | null> {
  const [row] = await queries.query<{ resource: Buffer }>(
    `SELECT m.resource FROM engine.decision d JOIN engine.decision_model m ON m.key = d.model_key
      WHERE d.decision_id = $1 AND d.version = $2`,
    [decisionId, version],
  );
  return row?.resource.toString('utf8') ?? null;
}
