import type { Examination } from '../contract/examination.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, EingangRow, EingangState, EingangView, FileView, Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';
import { partsOf } from './eingang.store.js';
import { proposeFiling } from './proposals.js';
import { loadStock } from './stock.store.js';

interface EingangRecord {
  id: Id;
  version: number;
  state: EingangState;
  channel: EingangRow['channel'];
  fileName: string;
  sha256: string;
  size: string;
  receivedAt: Date;
  examination: Examination | null;
  note: { de: string; en: string } | null;
  duplicateId: Id | null;
  duplicateReceivedAt: Date | null;
}

const EINGANG = `e.id, e.version, e.state, e.channel, e.file_name AS "fileName", e.sha256, e.size,
  e.received_at AS "receivedAt", e.examination, e.note, d.id AS "duplicateId", d.received_at AS "duplicateReceivedAt"
  FROM eingang e LEFT JOIN eingang d ON d.id = e.duplicate_of`;

/** Everything on the desk that has not found its Vorgang yet, oldest first. */
export async function loadPosteingang(queries: Queries): Promise<{ items: EingangRow[] }> {
  const rows = await queries.query<EingangRecord>(
    `SELECT ${EINGANG} WHERE e.state <> 'zugeordnet' ORDER BY e.received_at, e.id LIMIT 1000`,
  );
  return { items: rows.map(toRow) };
}

/** One Eingang with its files, what was found in it, and where it may belong. */
export async function loadEingang(queries: Queries, id: Id, today: Day): Promise<EingangView | Rejection> {
  const [row] = await queries.query<EingangRecord>(`SELECT ${EINGANG} WHERE e.id = $1`, [id]);
  if (!row) return reject('platform.notFound');
  const { examination } = row;
  return {
    ...toRow(row),
    size: Number(row.size),
    sha256: row.sha256,
    files: await filesOf(queries, row),
    examination,
    proposals: examination ? proposeFiling(examination, await loadStock(queries, examination, today)) : [],
    duplicateOf:
      row.duplicateId && row.duplicateReceivedAt
        ? { id: row.duplicateId, receivedAt: row.duplicateReceivedAt.toISOString() }
        : null,
  };
}

/** The bytes of the original or of one part; a quarantined Eingang is not handed out. */
export async function eingangFile(queries: Queries, id: Id, position: number | null): Promise<StoredFile | Rejection> {
  const [row] = await queries.query<EingangRecord>(`SELECT ${EINGANG} WHERE e.id = $1`, [id]);
  if (!row || row.state === 'quarantaene') return reject('platform.notFound');
  if (position === null) {
    return { name: row.fileName, mime: mimeOf(row), sha256: row.sha256, size: Number(row.size) };
  }
  const part = (await partsOf(queries, id)).find((candidate) => candidate.position === position);
  return part ?? reject('platform.notFound');
}

async function filesOf(queries: Queries, row: EingangRecord): Promise<FileView[]> {
  if (row.state === 'quarantaene') return [];
  const original: FileView = {
    name: row.fileName,
    mime: mimeOf(row),
    size: Number(row.size),
    url: `/api/posteingang/${row.id}/original`,
    text: mimeOf(row) === 'application/pdf' ? null : (row.examination?.textExcerpt ?? null),
  };
  const parts = (await partsOf(queries, row.id)).map(({ position, name, mime, size }): FileView => {
    return { name, mime, size, url: `/api/posteingang/${row.id}/teile/${position}`, text: null };
  });
  return [original, ...parts];
}

function mimeOf({ examination }: EingangRecord): string {
  return examination?.mime ?? 'application/octet-stream';
}

function toRow(row: EingangRecord): EingangRow {
  const { id, version, state, channel, fileName, examination, note } = row;
  const duplicate = row.duplicateId
    ? [{ de: 'Dublette: dieselben Bytes liegen schon vor', en: 'Duplicate: the same bytes are already here' }]
    : [];
  return {
    id,
    version,
    state,
    channel,
    fileName,
    receivedAt: row.receivedAt.toISOString(),
    title: examination?.title || fileName,
    sender: examination?.sender ?? '',
    confidence: examination?.confidence ?? 'unklar',
    pages: examination?.pages ?? null,
    warnings: [...duplicate, ...(examination?.warnings ?? []).map(({ de, en }) => ({ de, en }))],
    note: note && { de: note.de, en: note.en },
  };
}
