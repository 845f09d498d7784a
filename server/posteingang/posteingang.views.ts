import type { DuplicateReason } from '../contract/eingang-views.js';
import type { Examination } from '../contract/examination.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, EingangRow, EingangState, EingangView, FileView, Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';
import { countLinked } from './duplicate.store.js';
import { duplicateSentence, loadDuplicates } from './duplicate.views.js';
import { partsOf } from './eingang.store.js';
import { FORWARDING } from './forwarding.store.js';
import { RECEIPT } from './receipt.store.js';
import { proposeFiling, suggestFacts } from './proposals.js';
import { loadRearrangement } from './rearrangement.views.js';
import { scanObstacle } from './scan.js';
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
  reason: DuplicateReason | null;
  forwarding: EingangRow['forwarding'];
  returned: EingangRow['returned'];
  receipt: EingangRow['receipt'];
}

// As sure as they are listed: equal bytes, then the same mail, the same number, and likeness last.
const SUREST_FIRST = `array_position(ARRAY['bytes', 'message', 'number', 'text'], p.reason)`;
const EINGANG = `e.id, e.version, e.state, e.channel, e.file_name AS "fileName", e.sha256, e.size,
  e.received_at AS "receivedAt", e.examination, e.note, (
    SELECT p.reason FROM eingang_duplicate p JOIN eingang o ON o.id = p.of_id
     WHERE p.eingang_id = e.id AND e.state <> 'dublette' AND o.state <> 'aufgeteilt'
     ORDER BY ${SUREST_FIRST} LIMIT 1) AS reason,
  e.returned, ${FORWARDING} AS forwarding, ${RECEIPT} AS receipt
  FROM eingang e`;

const ON_DESK = `e.state NOT IN ('zugeordnet', 'dublette', 'aufgeteilt')`;
const MOST = 1000;

/** Everything on the desk that has not found its Vorgang yet, oldest first. */
export async function loadPosteingang(queries: Queries): Promise<{ items: EingangRow[] }> {
  const rows = await queries.query<EingangRecord>(
    `SELECT ${EINGANG} WHERE ${ON_DESK} ORDER BY e.received_at, e.id LIMIT ${MOST}`,
  );
  return { items: rows.map(toRow) };
}

/** How many rows `loadPosteingang` has. */
export async function countPosteingang(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM eingang e WHERE ${ON_DESK} LIMIT ${MOST}) shown`,
  );
  return row?.count ?? 0;
}

/** What is filed and whose sender still waits for a receipt, the longest first. */
export async function loadReceipts(queries: Queries): Promise<{ items: EingangRow[] }> {
  const rows = await queries.query<EingangRecord>(
    `SELECT ${EINGANG} JOIN eingang_receipt w ON w.eingang_id = e.id
      WHERE w.state IN ('open', 'ordered', 'failed') AND e.state = 'zugeordnet' ORDER BY w.at, e.id LIMIT 200`,
  );
  return { items: rows.map(toRow) };
}

/** One Eingang with its files, what was found in it, and where it may belong. */
export async function loadEingang(queries: Queries, id: Id, today: Day): Promise<EingangView | Rejection> {
  const [row] = await queries.query<EingangRecord>(`SELECT ${EINGANG} WHERE e.id = $1`, [id]);
  if (!row) return reject('platform.notFound');
  const { examination } = row;
  const stock = examination && (await loadStock(queries, examination, today));
  return {
    ...toRow(row),
    size: Number(row.size),
    sha256: row.sha256,
    files: await filesOf(queries, row),
    examination,
    proposals: examination && stock ? proposeFiling(examination, stock) : [],
    suggested: examination && stock ? suggestFacts(examination, stock) : null,
    ...(await loadDuplicates(queries, id)),
    rearrangement: await loadRearrangement(queries, id),
    pagesStay: scanObstacle(row, row.version, await countLinked(queries, id))?.message ?? null,
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
    warnings: [
      ...(row.reason ? [duplicateSentence(row.reason)] : []),
      ...(examination?.warnings ?? []).map(({ de, en }) => ({ de, en })),
    ],
    note: note && { de: note.de, en: note.en },
    forwarding: row.forwarding,
    returned: row.returned,
    receipt: row.receipt,
  };
}
