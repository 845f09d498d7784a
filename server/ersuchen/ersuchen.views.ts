import type { ErsuchenPage, ErsuchenRow, VorgangErsuchen } from '../contract/ersuchen-views.js';
import type { Id } from '../contract/views.js';
import { otherMandanten } from '../mandant/other-mandanten.queries.js';
import { pageOf, type PageMark } from '../platform/page-mark.js';
import type { Queries } from '../platform/postgres/database.js';

const PAGE = 50;

interface LoadedRow extends Omit<ErsuchenRow, 'askedAt' | 'ended' | 'erasedAt'> {
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly answer: string | null;
  readonly erasedAt: Date | null;
}

/** The Ersuchen of a Vorgang in both directions, the newest first, and whom one can ask. */
export async function ersuchenOfVorgang(queries: Queries, vorgangId: Id): Promise<VorgangErsuchen> {
  const ersuchen = await rowsOf(queries, `r.vorgang_id = $1 ORDER BY r.asked_at DESC, r.id DESC`, [vorgangId]);
  return { ersuchen, mandanten: await otherMandanten(queries) };
}

/** A page of what was asked of us, the newest first, as far as the person is cleared for it. */
export async function loadReceived(queries: Queries, before: PageMark | null): Promise<ErsuchenPage> {
  const rows = await rowsOf(
    queries,
    `r.mandant_id = current_mandant() AND r.direction = 'erhalten'
       AND ($1::timestamptz IS NULL OR (r.asked_at, r.id) < ($1, $2::uuid))
     ORDER BY r.asked_at DESC, r.id DESC LIMIT ${PAGE + 1}`,
    [before?.at ?? null, before?.id ?? null],
  );
  return pageOf(rows, PAGE, ({ askedAt }) => askedAt);
}

async function rowsOf(queries: Queries, which: string, parameters: readonly unknown[]): Promise<ErsuchenRow[]> {
  const rows = await queries.query<LoadedRow>(
    `SELECT r.id, r.version, r.direction, r.other_name AS other, r.betreff, r.question, r.frist, r.stufe, r.dokumente, r.state,
            (SELECT json_build_object('id', v.id, 'aktenzeichen', v.aktenzeichen) FROM vorgang v WHERE v.id = r.vorgang_id)
              AS vorgang,
            r.asked_at AS "askedAt", (SELECT p.name FROM person p WHERE p.id = r.asked_by_id) AS "askedBy",
            r.ended_at AS "endedAt", r.ended_by AS "endedBy", r.answer,
            r.erased_at AS "erasedAt"
       FROM ersuchen r WHERE ${which}`,
    parameters,
  );
  return rows.map(({ askedAt, endedAt, endedBy, answer, erasedAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    ended: endedAt && { at: endedAt.toISOString(), by: endedBy ?? '', text: answer ?? '' },
    erasedAt: erasedAt && erasedAt.toISOString(),
  }));
}
