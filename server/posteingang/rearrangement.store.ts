import type { ScanPage } from '../contract/acts/posteingang.js';
import type { Examination } from '../contract/examination.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { FORWARDING } from './forwarding.store.js';
import type { NewEingang } from './eingang.store.js';
import type { MadeLetter } from './scan.js';

export interface NewRearrangement {
  readonly id: Id;
  readonly mandantId: Id;
  readonly by: string;
  readonly at: Date;
  /** As they lay at the desk. */
  readonly scans: readonly { readonly id: Id; readonly fileName: string; readonly state: string }[];
}

/** How an Eingang came in, and what was found in it. */
export async function scanFacts(
  queries: Queries,
  eingangId: Id,
): Promise<{ channel: NewEingang['channel']; examination: Examination | null }> {
  const [row] = await queries.query<{ channel: NewEingang['channel']; examination: Examination | null }>(
    `SELECT channel, examination FROM eingang WHERE id = $1`,
    [eingangId],
  );
  if (!row) throw new Error('A locked Eingang is not there any more');
  return row;
}

/** The scans leave the desk; which letters they became is kept by `insertLetterPages`. */
export async function insertRearrangement(
  queries: Queries,
  { id, mandantId, by, at, scans }: NewRearrangement,
): Promise<void> {
  await queries.query(`INSERT INTO rearrangement (id, mandant_id, created_by, created_at) VALUES ($1, $2, $3, $4)`, [
    ...[id, mandantId, by, at],
  ]);
  await queries.query(
    `INSERT INTO rearrangement_scan (rearrangement_id, mandant_id, number, scan_id, file_name, state)
     SELECT $1, $2, s.number - 1, s.scan_id, s.file_name, s.state
       FROM unnest($3::uuid[], $4::text[], $5::text[]) WITH ORDINALITY s (scan_id, file_name, state, number)`,
    [id, mandantId, scans.map((scan) => scan.id), scans.map((scan) => scan.fileName), scans.map((scan) => scan.state)],
  );
  await queries.query(`UPDATE eingang SET state = 'aufgeteilt', version = version + 1 WHERE id = ANY ($1)`, [
    scans.map((scan) => scan.id),
  ]);
}

/** Keeps which page of a letter is which page of which scan. */
export async function insertLetterPages(
  queries: Queries,
  letter: { readonly mandantId: Id; readonly rearrangementId: Id; readonly eingangId: Id },
  pages: readonly ScanPage[],
): Promise<void> {
  await queries.query(
    `INSERT INTO rearrangement_page (rearrangement_id, mandant_id, eingang_id, number, scan, page, turn)
     SELECT $1, $2, $3, p.number, p.scan, p.page, p.turn
       FROM unnest($4::int[], $5::int[], $6::int[]) WITH ORDINALITY p (scan, page, turn, number)`,
    [
      ...[letter.rearrangementId, letter.mandantId, letter.eingangId],
      ...[pages.map(({ source }) => source), pages.map(({ page }) => page), pages.map(({ turn }) => turn)],
    ],
  );
}

/** The scans of a rearrangement, in their order; `there` as far as they have not been destroyed. */
export async function scansOf(
  queries: Queries,
  rearrangementId: Id,
): Promise<{ id: Id; fileName: string; there: boolean }[]> {
  return queries.query(
    `SELECT s.scan_id AS id, s.file_name AS "fileName", EXISTS (SELECT FROM eingang e WHERE e.id = s.scan_id) AS there
       FROM rearrangement_scan s WHERE s.rearrangement_id = $1 ORDER BY s.number`,
    [rearrangementId],
  );
}

/** The letters of a rearrangement, locked in the order of their ids. */
export async function lockLetters(
  queries: Queries,
  rearrangementId: Id,
): Promise<(MadeLetter & { readonly id: Id; readonly sha256: string })[]> {
  return queries.query(
    `SELECT e.id, e.sha256, e.state, e.file_name AS "fileName", ${FORWARDING} AS forwarding,
            e.state = 'klaerung' AND e.note IS DISTINCT FROM e.examination -> 'reason' AS noted,
            (SELECT count(*)::int FROM eingang l WHERE l.linked_to = e.id) AS "linkedCount"
       FROM eingang e WHERE e.id IN (SELECT eingang_id FROM rearrangement_page WHERE rearrangement_id = $1)
      ORDER BY e.id FOR UPDATE OF e`,
    [rearrangementId],
  );
}

/** The scans lie at the desk again as they lay there, and the letters are gone. */
export async function restore(queries: Queries, rearrangementId: Id): Promise<void> {
  await queries.query(`SELECT restore_scans($1)`, [rearrangementId]);
}
