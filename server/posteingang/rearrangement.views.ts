import type { RearrangementView } from '../contract/eingang-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

interface PageRow {
  readonly id: Id;
  readonly by: string;
  readonly at: Date;
  readonly eingangId: Id;
  readonly fileName: string;
  readonly page: number;
}

/** What an Eingang was put together from; null where it is as it came. */
export async function loadRearrangement(queries: Queries, eingangId: Id): Promise<RearrangementView | null> {
  const rows = await queries.query<PageRow>(
    `SELECT r.id, r.created_by AS by, r.created_at AS at, s.scan_id AS "eingangId", s.file_name AS "fileName", p.page
       FROM rearrangement_page p JOIN rearrangement r ON r.id = p.rearrangement_id
       JOIN rearrangement_scan s ON s.rearrangement_id = p.rearrangement_id AND s.number = p.scan
      WHERE p.eingang_id = $1 ORDER BY p.number`,
    [eingangId],
  );
  const [first] = rows;
  return first ? { id: first.id, by: first.by, at: first.at.toISOString(), from: runsOf(rows) } : null;
}

/** Pages of one scan that follow each other, so that the whole stays in the order of the letter. */
function runsOf(rows: readonly PageRow[]): RearrangementView['from'] {
  const runs: RearrangementView['from'] = [];
  for (const { eingangId, fileName, page } of rows) {
    const last = runs.at(-1);
    if (last?.eingangId === eingangId) last.pages.push(page);
    else runs.push({ eingangId, fileName, pages: [page] });
  }
  return runs;
}
