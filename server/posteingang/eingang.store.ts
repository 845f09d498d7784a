import type { Examination } from '../contract/examination.js';
import type { EingangState, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Eingang } from './eingang.js';
import { FORWARDING } from './forwarding.store.js';

export interface NewEingang {
  readonly id: Id;
  readonly mandantId: Id;
  readonly channel: 'mail' | 'folder' | 'upload';
  readonly sourceKey: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly receivedAt: Date;
}

/** Inserts an Eingang once per source key. Returns null where the source has delivered this item before. */
export async function insertEingang(queries: Queries, eingang: NewEingang): Promise<{ duplicateOf: Id | null } | null> {
  const [row] = await queries.query<{ duplicateOf: Id | null }>(
    `INSERT INTO eingang (id, mandant_id, channel, source_key, file_name, sha256, size, received_at, state, duplicate_of)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'empfangen',
             (SELECT d.id FROM eingang d WHERE d.mandant_id = $2 AND d.sha256 = $6 AND d.state <> 'aufgeteilt'
               ORDER BY d.received_at LIMIT 1))
     ON CONFLICT (mandant_id, channel, source_key) DO NOTHING RETURNING duplicate_of AS "duplicateOf"`,
    [
      eingang.id,
      eingang.mandantId,
      eingang.channel,
      eingang.sourceKey,
      eingang.fileName,
      eingang.sha256,
      eingang.size,
      eingang.receivedAt,
    ],
  );
  return row ?? null;
}

/** The Eingang that a source has delivered under this key. */
export async function eingangOfSource(
  queries: Queries,
  { channel, sourceKey }: Pick<NewEingang, 'channel' | 'sourceKey'>,
): Promise<{ eingangId: Id; duplicateOf: Id | null; sha256: string } | null> {
  const [row] = await queries.query<{ eingangId: Id; duplicateOf: Id | null; sha256: string }>(
    `SELECT id AS "eingangId", sha256, duplicate_of AS "duplicateOf" FROM eingang WHERE channel = $1 AND source_key = $2`,
    [channel, sourceKey],
  );
  return row ?? null;
}

/**
 * The Eingang, locked until the end of the transaction. Whoever has waited here for another person who filed it looks a
 * second time: the new Vorgang is younger than the first look, and would make the Eingang seem to be gone.
 */
export async function lockEingang(queries: Queries, id: Id): Promise<Eingang | null> {
  const locked = await lockVisible(queries, id);
  if (locked) return locked;
  await queries.query(`SELECT begin_access()`);
  return lockVisible(queries, id);
}

// No key of an Eingang ever changes: whoever only refers to it, such as a later one with the same bytes, need not wait.
async function lockVisible(queries: Queries, id: Id): Promise<Eingang | null> {
  const [row] = await queries.query<Omit<Eingang, 'size'> & { size: string }>(
    `SELECT id, state, file_name AS "fileName", sha256, size, coalesce(examination ->> 'mime', 'application/octet-stream')
            AS mime, received_at AS "receivedAt", vorgang_id AS "vorgangId", linked_to AS "linkedTo", filed_in AS "filedIn",
            taken_back AS "takenBack", version,
            ${FORWARDING} AS forwarding
       FROM eingang e WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return row ? { ...row, size: Number(row.size) } : null;
}

/** Keeps what the examination found, and the parts whose bytes are already stored. */
export async function saveExamination(
  queries: Queries,
  mandantId: Id,
  id: Id,
  examination: Examination,
): Promise<void> {
  await queries.query(
    `UPDATE eingang SET state = $2, examination = $3, note = $4, version = version + 1 WHERE id = $1`,
    [id, examination.outcome, JSON.stringify(examination), examination.reason && JSON.stringify(examination.reason)],
  );
  for (const part of examination.parts.filter(({ outcome }) => outcome !== 'quarantaene')) {
    await queries.query(
      `INSERT INTO eingang_part (mandant_id, eingang_id, position, kind, name, mime, sha256, size)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [mandantId, id, part.position, part.kind, part.name, part.mime, part.sha256, part.size],
    );
  }
}

export async function saveState(
  queries: Queries,
  id: Id,
  state: EingangState,
  note: { de: string; en: string } | null,
): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE eingang SET state = $2, note = $3, version = version + 1 WHERE id = $1 RETURNING version`,
    [id, state, note && JSON.stringify(note)],
  );
  return row?.version ?? 0;
}

/**
 * @param filedIn the batch that files it; null: somebody does it alone
 * @returns the version from now on
 */
export async function saveAssigned(queries: Queries, id: Id, vorgangId: Id, filedIn: Id | null): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE eingang SET state = 'zugeordnet', vorgang_id = $2, filed_in = $3, note = NULL, returned = NULL,
            version = version + 1 WHERE id = $1 RETURNING version`,
    [id, vorgangId, filedIn],
  );
  if (!row) throw new Error('A locked Eingang is not there any more');
  return row.version;
}

/** It lies where it lay before it was filed. Returns the version from now on. */
export async function saveUnassigned(queries: Queries, id: Id): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE eingang SET state = 'geprueft', vorgang_id = NULL, filed_in = NULL, taken_back = taken_back + 1,
            version = version + 1 WHERE id = $1 RETURNING version`,
    [id],
  );
  if (!row) throw new Error('A locked Eingang is not there any more');
  return row.version;
}

export interface EingangPart {
  readonly position: number;
  readonly kind: 'body' | 'attachment';
  readonly name: string;
  readonly mime: string;
  readonly sha256: string;
  readonly size: number;
}

export async function partsOf(queries: Queries, eingangId: Id): Promise<EingangPart[]> {
  const rows = await queries.query<Omit<EingangPart, 'size'> & { size: string }>(
    `SELECT position, kind, name, mime, sha256, size FROM eingang_part WHERE eingang_id = $1 ORDER BY position`,
    [eingangId],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

export async function examinationOf(queries: Queries, eingangId: Id): Promise<Examination | null> {
  const [row] = await queries.query<{ examination: Examination | null }>(
    `SELECT examination FROM eingang WHERE id = $1`,
    [eingangId],
  );
  return row?.examination ?? null;
}

/** What it became lies in another Vorgang now. */
export async function saveMoved(queries: Queries, id: Id, vorgangId: Id): Promise<void> {
  await queries.query(`UPDATE eingang SET vorgang_id = $2, version = version + 1 WHERE id = $1`, [id, vorgangId]);
}
