import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export type ImportMode = 'whole' | 'good';

export interface ImportRun {
  readonly id: Id;
  readonly mode: ImportMode;
  readonly finishedAt: Date | null;
}

export interface NewRun {
  readonly id: Id;
  readonly mandantId: Id;
  readonly manifestHash: string;
  readonly sourceName: string;
  readonly mode: ImportMode;
  readonly lines: number;
  readonly refused: number;
  readonly at: Date;
}

/** Begins a run, or finds the one that this manifest has begun before. */
export async function insertRun(queries: Queries, run: NewRun): Promise<'new' | 'known'> {
  const rows = await queries.query(
    `INSERT INTO import_run (id, mandant_id, manifest_hash, source_name, mode, line_count, refused_count, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (mandant_id, manifest_hash) DO NOTHING RETURNING id`,
    [run.id, run.mandantId, run.manifestHash, run.sourceName, run.mode, run.lines, run.refused, run.at],
  );
  return rows.length > 0 ? 'new' : 'known';
}

export async function findRun(queries: Queries, manifestHash: string): Promise<ImportRun | null> {
  const [row] = await queries.query<ImportRun>(
    `SELECT id, mode, finished_at AS "finishedAt" FROM import_run WHERE manifest_hash = $1`,
    [manifestHash],
  );
  return row ?? null;
}

/** Two processes that import the same manifest at once wait for each other, Vorgang by Vorgang. */
export async function lockRun(queries: Queries, id: Id): Promise<boolean> {
  const rows = await queries.query(`SELECT id FROM import_run WHERE id = $1 FOR UPDATE`, [id]);
  return rows.length > 0;
}

export async function saveFinished(queries: Queries, id: Id, at: Date): Promise<void> {
  await queries.query(`UPDATE import_run SET finished_at = $2 WHERE id = $1`, [id, at]);
}

/** Vorgaenge that a run has made already, by the keys of the manifest. */
export async function importedVorgaenge(queries: Queries, runId: Id): Promise<Set<string>> {
  const rows = await queries.query<{ akte: string; vorgang: string }>(
    `SELECT akte_key AS akte, vorgang_key AS vorgang FROM import_vorgang WHERE run_id = $1`,
    [runId],
  );
  return new Set(rows.map(({ akte, vorgang }) => JSON.stringify([akte, vorgang])));
}

export async function importedVorgang(queries: Queries, runId: Id, akte: string, vorgang: string): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id }>(
    `SELECT vorgang_id AS id FROM import_vorgang WHERE run_id = $1 AND akte_key = $2 AND vorgang_key = $3`,
    [runId, akte, vorgang],
  );
  return row?.id ?? null;
}

export async function importedAkte(queries: Queries, runId: Id, akte: string): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id }>(
    `SELECT akte_id AS id FROM import_akte WHERE run_id = $1 AND akte_key = $2`,
    [runId, akte],
  );
  return row?.id ?? null;
}

export async function keepAkte(queries: Queries, mandantId: Id, runId: Id, akte: string, akteId: Id): Promise<void> {
  await queries.query(`INSERT INTO import_akte (mandant_id, run_id, akte_key, akte_id) VALUES ($1, $2, $3, $4)`, [
    mandantId,
    runId,
    akte,
    akteId,
  ]);
}

export interface KeptVorgang {
  readonly runId: Id;
  readonly akte: string;
  readonly vorgang: string;
  readonly vorgangId: Id;
  readonly dokumente: number;
}

export async function keepVorgang(queries: Queries, mandantId: Id, kept: KeptVorgang): Promise<void> {
  await queries.query(
    `INSERT INTO import_vorgang (mandant_id, run_id, akte_key, vorgang_key, vorgang_id, dokument_count)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [mandantId, kept.runId, kept.akte, kept.vorgang, kept.vorgangId, kept.dokumente],
  );
}

/** Positions that take Akten on a day: open ones without open positions below them. */
export async function positionsForAkten(queries: Queries, today: Day): Promise<Map<string, Id>> {
  const rows = await queries.query<{ kennzeichen: string; id: Id }>(
    `SELECT e.kennzeichen, e.id FROM aktenplaneinheit e
      WHERE e.begins_on <= $1 AND NOT e.stillgelegt
        AND NOT EXISTS (SELECT FROM aktenplaneinheit below
                         WHERE below.parent_id = e.id AND below.begins_on <= $1 AND NOT below.stillgelegt)`,
    [today],
  );
  return new Map(rows.map(({ kennzeichen, id }) => [kennzeichen, id]));
}
