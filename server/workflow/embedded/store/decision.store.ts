import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { Key } from '../state.js';

export interface NewDecisionModel {
  readonly key: Key;
  readonly mandantId: Id;
  readonly modelId: string;
  readonly name: string;
  readonly sha256: string;
  readonly resource: Buffer;
  readonly decisions: readonly { readonly id: string; readonly name: string }[];
  readonly deployedAt: Date;
  readonly deployedBy: string;
}

export interface DecisionVersion {
  readonly decisionId: string;
  readonly version: number;
}

/** The newest file of an id; null where it was never deployed. */
export async function newestDecisionModel(
  queries: Queries,
  modelId: string,
): Promise<{ key: Key; sha256: string } | null> {
  const [row] = await queries.query<{ key: Key; sha256: string }>(
    `SELECT key, sha256 FROM engine.decision_model WHERE model_id = $1 ORDER BY version DESC LIMIT 1`,
    [modelId],
  );
  return row ?? null;
}

/** Keeps a file and its decisions, each as the next version of its id. */
export async function insertDecisionModel(queries: Queries, model: NewDecisionModel): Promise<void> {
  const { key, mandantId, modelId, name, sha256, resource, deployedAt, deployedBy } = model;
  await queries.query(
    `INSERT INTO engine.decision_model (key, mandant_id, model_id, version, name, sha256, resource, deployed_at, deployed_by)
     SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7, $8 FROM engine.decision_model WHERE model_id = $3`,
    [key, mandantId, modelId, name, sha256, resource, deployedAt, deployedBy],
  );
  await queries.query(
    `INSERT INTO engine.decision (mandant_id, decision_id, version, name, model_key)
     SELECT $1, n.id, coalesce((SELECT max(d.version) FROM engine.decision d WHERE d.decision_id = n.id), 0) + 1, n.name, $2
       FROM jsonb_to_recordset($3::jsonb) AS n (id text, name text)`,
    [mandantId, key, JSON.stringify(model.decisions)],
  );
}

/** The decisions of a file with the versions they got. */
export async function decisionsOfModel(queries: Queries, modelKey: Key): Promise<DecisionVersion[]> {
  return queries.query(
    `SELECT decision_id AS "decisionId", version FROM engine.decision WHERE model_key = $1 ORDER BY decision_id`,
    [modelKey],
  );
}

/** Files that hold the newest version of each decision in question; null asks for all of them. */
export async function modelsOfDecisions(
  queries: Queries,
  decisionIds: readonly string[] | null,
): Promise<{ decisionId: string; modelKey: Key }[]> {
  return queries.query(
    `SELECT DISTINCT ON (decision_id) decision_id AS "decisionId", model_key AS "modelKey" FROM engine.decision
      WHERE $1::text[] IS NULL OR decision_id = ANY($1) ORDER BY decision_id, version DESC`,
    [decisionIds],
  );
}

/** A deployed file as text. */
export async function decisionModelText(queries: Queries, key: Key): Promise<string> {
  const [row] = await queries.query<{ resource: Buffer }>(`SELECT resource FROM engine.decision_model WHERE key = $1`, [
    key,
  ]);
  if (!row) throw new Error(`There is no decision model ${key}`);
  return row.resource.toString('utf8');
}
