import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';
import type { Key } from '../state.js';

export interface DefinitionRow {
  readonly key: Key;
  readonly processId: string;
  readonly version: number;
  readonly sha256: string;
}

/** The newest version of a process; null where it was never deployed. */
export async function newestDefinition(queries: Queries, processId: string): Promise<DefinitionRow | null> {
  const [row] = await queries.query<DefinitionRow>(
    `SELECT key, process_id AS "processId", version, sha256 FROM engine.definition
      WHERE process_id = $1 ORDER BY version DESC LIMIT 1`,
    [processId],
  );
  return row ?? null;
}

export interface NewDefinition extends DefinitionRow {
  readonly mandantId: Id;
  readonly name: string;
  readonly messageStarts: readonly { elementId: string; messageName: string }[];
  readonly signalStarts: readonly { elementId: string; signalName: string }[];
  readonly startId: string | null;
  readonly pinned: Readonly<Record<string, Key>>;
  readonly userTasks: readonly { elementId: string; name: string; headers: Readonly<Record<string, string>> }[];
  readonly deployedAt: Date;
  readonly deployedBy: string;
}

/** Keeps the bytes of a file, once for all that is defined by them. */
export async function insertModelFile(queries: Queries, mandantId: Id, sha256: string, content: Buffer): Promise<void> {
  await queries.query(
    `INSERT INTO engine.model_file (mandant_id, sha256, content) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [mandantId, sha256, content],
  );
}

export async function insertDefinition(queries: Queries, definition: NewDefinition): Promise<void> {
  await queries.query(
    `INSERT INTO engine.definition (key, mandant_id, process_id, version, name, sha256, message_starts,
                                    user_tasks, deployed_at, deployed_by, start_id, pinned, signal_starts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      definition.key,
      definition.mandantId,
      definition.processId,
      definition.version,
      definition.name,
      definition.sha256,
      JSON.stringify(definition.messageStarts),
      JSON.stringify(definition.userTasks),
      definition.deployedAt,
      definition.deployedBy,
      definition.startId,
      JSON.stringify(definition.pinned),
      JSON.stringify(definition.signalStarts),
    ],
  );
}

export interface StoredDefinition {
  readonly processId: string;
  /** Of the file that it is in. */
  readonly text: string;
  readonly version: number;
  readonly pinned: Readonly<Record<string, Key>>;
}

/** A deployed process as text, with what was found when it was deployed. */
export async function findDefinition(queries: Queries, key: Key): Promise<StoredDefinition> {
  const [row] = await queries.query<Omit<StoredDefinition, 'text'> & { content: Buffer }>(
    `SELECT d.process_id AS "processId", f.content, d.version, d.pinned FROM engine.definition d
       JOIN engine.model_file f USING (mandant_id, sha256) WHERE d.key = $1`,
    [key],
  );
  if (!row) throw new Error(`There is no definition ${key}`);
  const { content, ...definition } = row;
  return { ...definition, text: content.toString('utf8') };
}

export interface CallableDefinition {
  readonly processId: string;
  readonly key: Key;
  /** Start event without a trigger; null where there is none. */
  readonly startId: string | null;
}

/** What a call activity can start: the newest version of each process, and the named ones. */
export async function callableDefinitions(queries: Queries, pinned: readonly Key[]): Promise<CallableDefinition[]> {
  return queries.query(
    `SELECT DISTINCT ON (process_id) process_id AS "processId", key, start_id AS "startId"
       FROM engine.definition ORDER BY process_id, key = ANY($1) DESC, version DESC`,
    [pinned],
  );
}

/** The definition of a version, or of the newest where none is named. */
export async function definitionOf(
  queries: Queries,
  processId: string,
  version: number | null,
): Promise<CallableDefinition | null> {
  const [row] = await queries.query<CallableDefinition>(
    `SELECT process_id AS "processId", key, start_id AS "startId" FROM engine.definition
      WHERE process_id = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
    [processId, version],
  );
  return row ?? null;
}

/** Start events that a message triggers, of the newest version of each process. */
export async function startsByMessage(
  queries: Queries,
  messageName: string,
): Promise<{ definitionKey: Key; processId: string; elementId: string }[]> {
  return queries.query(
    `SELECT d.key AS "definitionKey", d.process_id AS "processId", s ->> 'elementId' AS "elementId"
       FROM (SELECT DISTINCT ON (process_id) key, process_id, message_starts FROM engine.definition
              ORDER BY process_id, version DESC) d
      CROSS JOIN jsonb_array_elements(d.message_starts) s
      WHERE s ->> 'messageName' = $1`,
    [messageName],
  );
}

/** Message start events of the version of a process that is in force. */
export async function startsOfProcess(
  queries: Queries,
  processId: string,
): Promise<{ definitionKey: Key; elementId: string; messageName: string }[]> {
  return queries.query(
    `SELECT d.key AS "definitionKey", s ->> 'elementId' AS "elementId", s ->> 'messageName' AS "messageName"
       FROM (SELECT key, message_starts FROM engine.definition WHERE process_id = $1 ORDER BY version DESC LIMIT 1) d
      CROSS JOIN jsonb_array_elements(d.message_starts) s`,
    [processId],
  );
}

/** A command takes at most 10,000 steps of a few keys each. */
export const KEYS_OF_A_BLOCK = 65_536n;

/** First key of a block that only the asker has. */
export async function nextKeyBlock(queries: Queries): Promise<bigint> {
  const [first] = await nextKeyBlocks(queries, 1);
  if (first === undefined) throw new Error('The sequence gave no key');
  return first;
}

/** First keys of as many blocks, growing. */
export async function nextKeyBlocks(queries: Queries, count: number): Promise<bigint[]> {
  const rows = await queries.query<{ block: string }>(
    `SELECT nextval('engine.key_block') AS block FROM generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ block }) => firstKeyOf(block));
}

/** @param block as the sequence gave it */
export function firstKeyOf(block: string): bigint {
  return BigInt(block) * KEYS_OF_A_BLOCK;
}
