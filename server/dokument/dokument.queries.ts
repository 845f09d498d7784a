import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';
import { changeObstacles, refusalOf } from './dokument.js';
import { lockDokument } from './dokument.store.js';

export interface CurrentVersion {
  readonly dokumentId: Id;
  readonly versionId: Id;
  readonly nummer: number;
  readonly file: StoredFile;
}

/** Newest version of a Dokument; null for an unknown one. */
export async function currentVersion(queries: Queries, dokumentId: Id): Promise<CurrentVersion | null> {
  const [row] = await queries.query<{
    id: Id;
    nummer: number;
    file_name: string;
    mime: string;
    sha256: string;
    size: string;
  }>(
    `SELECT id, nummer, file_name, mime, sha256, size FROM dokument_version
      WHERE dokument_id = $1 ORDER BY nummer DESC LIMIT 1`,
    [dokumentId],
  );
  if (!row) return null;
  const file = { name: row.file_name, mime: row.mime, sha256: row.sha256, size: Number(row.size) };
  return { dokumentId, versionId: row.id, nummer: row.nummer, file };
}

/**
 * Bytes that already are a version of some Dokument of this Mandant. All Mandanten share one object store: a hash alone
 * must open nothing, or a process could fetch what belongs to somebody else.
 */
export async function fileOfHash(queries: Queries, sha256: string): Promise<StoredFile | null> {
  const [row] = await queries.query<{ name: string; mime: string; size: string }>(
    `SELECT file_name AS name, mime, size FROM dokument_version WHERE sha256 = $1 ORDER BY created_at LIMIT 1`,
    [sha256],
  );
  return row ? { sha256, name: row.name, mime: row.mime, size: Number(row.size) } : null;
}

/** Newest version of a valid Dokument of the Vorgang: what may leave the house. Null for drafts and what lies elsewhere. */
export async function sendableFile(queries: Queries, vorgangId: Id, dokumentId: Id): Promise<StoredFile | null> {
  const rows = await queries.query(
    `SELECT 1 FROM dokument WHERE id = $1 AND vorgang_id = $2 AND state = 'gueltig' AND place = 'register'`,
    [dokumentId, vorgangId],
  );
  return rows.length === 0 ? null : ((await currentVersion(queries, dokumentId))?.file ?? null);
}

/** Whether there is such a Dokument in the Vorgang. */
export async function holdsDokument(queries: Queries, vorgangId: Id, dokumentId: Id): Promise<boolean> {
  const rows = await queries.query(`SELECT 1 FROM dokument WHERE id = $1 AND vorgang_id = $2`, [dokumentId, vorgangId]);
  return rows.length > 0;
}

/** The Vorgang that answers for a Dokument; null for an unknown one. */
export async function vorgangOfDokument(queries: Queries, dokumentId: Id): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id }>(`SELECT vorgang_id AS id FROM dokument WHERE id = $1`, [dokumentId]);
  return row?.id ?? null;
}

/** The bytes of one version; null for an unknown one. */
export async function versionFile(queries: Queries, dokumentId: Id, nummer: number): Promise<StoredFile | null> {
  const [row] = await queries.query<{ file_name: string; mime: string; sha256: string; size: string }>(
    `SELECT file_name, mime, sha256, size FROM dokument_version WHERE dokument_id = $1 AND nummer = $2`,
    [dokumentId, nummer],
  );
  return row ? { name: row.file_name, mime: row.mime, sha256: row.sha256, size: Number(row.size) } : null;
}

/**
 * Locks the Dokument for a further version that another slice makes, and refuses with everything that stands against one:
 * it is final, lies elsewhere, or somebody has it checked out and will bring it back.
 */
export async function lockForVersion(queries: Queries, dokumentId: Id): Promise<Rejection | null> {
  const dokument = await lockDokument(queries, dokumentId);
  return dokument ? refusalOf(dokument, changeObstacles(dokument)) : reject('platform.notFound');
}
