import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';

export interface Definition {
  readonly key: string;
  readonly processId: string;
  readonly sha256: string;
  /** Bytes of the file that it is in. */
  readonly content: Buffer;
  readonly messageNames: readonly string[];
}

const DEFINITION = `d.key, d.process_id AS "processId", d.sha256, f.content,
  ARRAY(SELECT s ->> 'messageName' FROM jsonb_array_elements(d.message_starts) s) AS "messageNames"`;

const NEWEST = `(SELECT DISTINCT ON (process_id) * FROM engine.definition WHERE mandant_id = current_mandant()
                  ORDER BY process_id, version DESC)`;

const UNDEPLOYED = `NOT EXISTS (SELECT FROM engine.zeebe_definition z WHERE z.definition_key = d.key)`;

/** The version in force of a process, where the cluster does not have it yet. */
export async function undeployed(queries: Queries, processId: string): Promise<Definition | null> {
  const [row] = await queries.query<Definition>(
    `SELECT ${DEFINITION} FROM ${NEWEST} d JOIN engine.model_file f USING (mandant_id, sha256)
      WHERE d.process_id = $1 AND ${UNDEPLOYED}`,
    [processId],
  );
  return row ?? null;
}

/** The versions in force of all processes of a file, by process id. */
export async function definitionsOfFile(queries: Queries, sha256: string): Promise<Definition[]> {
  return queries.query(
    `SELECT ${DEFINITION} FROM ${NEWEST} d JOIN engine.model_file f USING (mandant_id, sha256)
      WHERE d.sha256 = $1 ORDER BY d.process_id`,
    [sha256],
  );
}

/** The version of a process that has been made of a file, and the one in force, which another file may have made since. */
export async function madeOf(
  queries: Queries,
  processId: string,
  sha256: string,
): Promise<{ readonly made: string | null; readonly inForce: Definition | null }> {
  const [made] = await queries.query<{ key: string }>(
    `SELECT key FROM engine.definition WHERE process_id = $1 AND sha256 = $2 ORDER BY version DESC LIMIT 1`,
    [processId, sha256],
  );
  const [inForce] = await queries.query<Definition>(
    `SELECT ${DEFINITION} FROM ${NEWEST} d JOIN engine.model_file f USING (mandant_id, sha256) WHERE d.process_id = $1`,
    [processId],
  );
  return { made: made?.key ?? null, inForce: inForce ?? null };
}

/** Processes whose version in force the cluster does not have yet. */
export async function undeployedProcesses(queries: Queries): Promise<{ processId: string; key: string }[]> {
  return queries.query(`SELECT d.process_id AS "processId", d.key FROM ${NEWEST} d WHERE ${UNDEPLOYED}`);
}

/** Processes that a message starts, by the versions in force. */
export async function startedBy(queries: Queries, messageName: string): Promise<string[]> {
  const rows = await queries.query<{ id: string }>(
    `SELECT d.process_id AS id FROM ${NEWEST} d
      WHERE EXISTS (SELECT FROM jsonb_array_elements(d.message_starts) s WHERE s ->> 'messageName' = $1)`,
    [messageName],
  );
  return rows.map(({ id }) => id);
}

export async function conflicts(queries: Queries, { processId, sha256, messageNames }: Definition): Promise<boolean> {
  const [row] = await queries.query<{ yes: boolean }>(`SELECT engine.zeebe_conflict($1, $2, $3) AS yes`, [
    processId,
    sha256,
    messageNames,
  ]);
  return row?.yes ?? true;
}

export async function keepDeployed(queries: Queries, mandantId: Id, zeebeKey: string, key: string): Promise<void> {
  await queries.query(
    `INSERT INTO engine.zeebe_definition (mandant_id, zeebe_key, definition_key) VALUES ($1, $2, $3)
     ON CONFLICT (mandant_id, zeebe_key) DO UPDATE SET definition_key = excluded.definition_key`,
    [mandantId, zeebeKey, key],
  );
}

/** Our definition behind a key of the cluster; null where this Mandant has deployed no such thing. */
export async function definitionOf(
  queries: Queries,
  zeebeKey: string,
): Promise<{ key: string; processId: string } | null> {
  const [row] = await queries.query<{ key: string; processId: string }>(
    `SELECT d.key, d.process_id AS "processId" FROM engine.zeebe_definition z
       JOIN engine.definition d ON d.key = z.definition_key WHERE z.zeebe_key = $1`,
    [zeebeKey],
  );
  return row ?? null;
}

/** Whether the Mandant of the transaction is one of this installation. */
export async function mandantIsHere(queries: Queries): Promise<boolean> {
  return (await queries.query(`SELECT 1 FROM mandant WHERE mandant_id = current_mandant()`)).length > 0;
}
