import { reject, type Rejection } from '../contract/rejections.js';
import type { SchwaerzungView } from '../contract/schwaerzung-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { pagesUrlOf } from './redactable.js';

interface Head extends Pick<SchwaerzungView, 'dokumentId' | 'vorgangId' | 'betreff' | 'vorgangState' | 'nummer'> {
  mime: string;
}
type DraftRow = Omit<NonNullable<SchwaerzungView['draft']>, 'changedAt'> & { changedAt: Date };

/** What was marked in a Dokument, and what came of it; only results that the person may see. */
export async function loadSchwaerzung(queries: Queries, dokumentId: Id): Promise<SchwaerzungView | Rejection> {
  const [found] = await queries.query<Head>(
    `SELECT d.id AS "dokumentId", d.vorgang_id AS "vorgangId", d.betreff, v.state AS "vorgangState", s.nummer, s.mime
       FROM dokument d JOIN vorgang v ON v.id = d.vorgang_id
       JOIN LATERAL (SELECT nummer, mime FROM dokument_version WHERE dokument_id = d.id ORDER BY nummer DESC LIMIT 1) s ON true
      WHERE d.id = $1`,
    [dokumentId],
  );
  if (!found) return reject('platform.notFound');
  const [draft] = await queries.query<DraftRow>(
    `SELECT id, version, nummer, marks, changed_at AS "changedAt", changed_by AS "changedBy"
       FROM schwaerzung WHERE dokument_id = $1 AND state = 'entwurf'`,
    [dokumentId],
  );
  const made = await queries.query<SchwaerzungView['made'][number]>(
    `SELECT s.id, d.id AS "dokumentId", d.vorgang_id AS "vorgangId", d.betreff, d.nummer,
            to_char(d.dokument_date, 'YYYY-MM-DD') AS date, jsonb_array_length(s.marks) AS marks
       FROM schwaerzung s JOIN dokument d ON d.id = s.result_id AND d.place = 'register'
      WHERE s.dokument_id = $1 ORDER BY s.changed_at DESC LIMIT 50`,
    [dokumentId],
  );
  const { mime, ...head } = found;
  return {
    ...head,
    pagesUrl: pagesUrlOf(dokumentId, head.nummer, { mime }),
    draft: draft ? { ...draft, changedAt: draft.changedAt.toISOString() } : null,
    made,
  };
}
