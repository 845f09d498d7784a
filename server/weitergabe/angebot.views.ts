import { reject, type RejectionCode } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { AngebotPage, AngebotRow } from '../contract/weitergabe-views.js';
import { pageOf, type PageMark } from '../platform/page-mark.js';
import type { Queries } from '../platform/postgres/database.js';
import { told } from './weitergabe.views.js';

const PAGE = 50;

interface LoadedRow extends Omit<AngebotRow, 'offeredAt' | 'problem' | 'answered' | 'size'> {
  readonly size: string;
  readonly offeredAt: Date;
  readonly problem: RejectionCode | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answerReason: string | null;
}

/** A page of what other Mandanten have offered, the newest first, as far as the person is cleared for it. */
export async function loadAngebote(queries: Queries, before: PageMark | null): Promise<AngebotPage> {
  const rows = await queries.query<LoadedRow & { id: Id }>(
    `SELECT o.id, o.version, o.from_name AS "from", o.aktenzeichen, o.betreff, o.kind, o.reason, o.state, o.dokumente, o.size,
            o.stufe, o.offered_at AS "offeredAt", o.expires_on AS "expiresOn", o.problem, o.answered_at AS "answeredAt",
            o.answered_by AS "answeredBy", o.answer_reason AS "answerReason",
            (SELECT json_build_object('id', a.id, 'aktenzeichen', a.aktenzeichen) FROM akte a WHERE a.id = o.akte_id) AS akte
       FROM angebot o
      WHERE o.mandant_id = current_mandant()
        AND ($1::timestamptz IS NULL OR (o.offered_at, o.id) < ($1, $2::uuid))
      ORDER BY o.offered_at DESC, o.id DESC LIMIT ${PAGE + 1}`,
    [before?.at ?? null, before?.id ?? null],
  );
  const items = rows.map(({ size, offeredAt, problem, answeredAt, answeredBy, answerReason, ...row }): AngebotRow => ({
    ...row,
    size: Number(size),
    offeredAt: offeredAt.toISOString(),
    problem: problem && told(reject(problem)),
    answered: answeredAt && { at: answeredAt.toISOString(), by: answeredBy ?? '', reason: answerReason ?? '' },
  }));
  return pageOf(items, PAGE, ({ offeredAt }) => offeredAt);
}
