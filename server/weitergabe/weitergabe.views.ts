import { reject, type Rejection, type RejectionCode } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type {
  WeitergabeChoice,
  WeitergabeKind,
  WeitergabeObstacle,
  WeitergabePage,
  WeitergabeRow,
  WeitergabeState,
  WeitergabeTarget,
  WeitergabeView,
} from '../contract/weitergabe-views.js';
import { otherMandanten } from '../mandant/other-mandanten.queries.js';
import { pageOf, type PageMark } from '../platform/page-mark.js';
import type { Queries } from '../platform/postgres/database.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { candidatesOf, factsOf } from './candidates.queries.js';
import { akteObstacles, selectDokumente, whyLeftOut } from './weitergabe.js';
import type { WeitergabeItem } from './weitergabe.store.js';

const PAGE = 50;
const MADE = 100;

/** The dry run: what of the Akte would go, what not and why, and what was handed over of it before. */
export async function loadChoice(
  tx: Transaction,
  akteId: Id,
  kind: WeitergabeKind,
  to: WeitergabeTarget,
): Promise<WeitergabeChoice | Rejection> {
  const facts = await factsOf(tx, akteId);
  if (!facts) return reject('platform.notFound');
  const candidates = await candidatesOf(tx, akteId, personOf(tx).id);
  const { obstacles } = selectDokumente(candidates, null, kind, to);
  const { id, aktenzeichen, betreff } = facts;
  return {
    ...{ akte: { id, aktenzeichen, betreff }, kind, to },
    dokumente: candidates.map((candidate) => {
      const why = whyLeftOut(candidate, to);
      const { vorgang, nummer, betreff: title, date, version, size, stufe } = candidate;
      return {
        id: candidate.id,
        vorgang,
        nummer,
        betreff: title,
        date,
        version,
        size,
        stufe,
        leftOut: why && told(why),
      };
    }),
    obstacles: distinct([...akteObstacles(facts, kind), ...obstacles]).map(told),
    mandanten: await otherMandanten(tx),
    made: await rowsOf(tx, `w.akte_id = $1 ORDER BY w.created_at DESC, w.id DESC LIMIT ${MADE}`, [akteId]),
  };
}

function distinct(obstacles: readonly Rejection[]): Rejection[] {
  return [...new Map(obstacles.map((each) => [each.message.de, each])).values()];
}

/** A refusal as a list shows it. */
export function told({ code, message, remedy }: Rejection): WeitergabeObstacle {
  return { code, de: `${message.de} ${remedy.de}`, en: `${message.en} ${remedy.en}` };
}

/** A page of those that the person sees, the newest first; only of one state where that is asked. */
export async function loadWeitergaben(
  queries: Queries,
  state: WeitergabeState | null,
  before: PageMark | null,
): Promise<WeitergabePage> {
  const rows = await rowsOf(
    queries,
    `w.mandant_id = current_mandant() AND ${state === null ? '$1::text IS NULL' : 'w.state = $1'}
       AND ($2::timestamptz IS NULL OR (w.created_at, w.id) < ($2, $3::uuid))
     ORDER BY w.created_at DESC, w.id DESC LIMIT ${PAGE + 1}`,
    [state, before?.at ?? null, before?.id ?? null],
  );
  return pageOf(rows, PAGE, ({ createdAt }) => createdAt);
}

/** One of them with its Dokumente. */
export async function loadWeitergabe(queries: Queries, id: Id): Promise<WeitergabeView | Rejection> {
  const [row] = await rowsOf(queries, 'w.id = $1', [id]);
  if (!row) return reject('platform.notFound');
  const [held] = await queries.query<{ items: WeitergabeItem[] }>(`SELECT items FROM weitergabe WHERE id = $1`, [id]);
  const dokumente = (held?.items ?? []).map(
    ({ id: dokumentId, vorgang, nummer, betreff, date, version, size, sha256 }) => ({
      ...{ id: dokumentId, vorgang, nummer, betreff, date, version, size, sha256 },
    }),
  );
  return { ...row, dokumente };
}

type Shown = Pick<
  WeitergabeRow,
  | 'id'
  | 'version'
  | 'akte'
  | 'kind'
  | 'to'
  | 'recipient'
  | 'reason'
  | 'state'
  | 'done'
  | 'total'
  | 'stufe'
  | 'createdBy'
  | 'createdById'
  | 'releasedBy'
  | 'expiresOn'
>;

interface LoadedRow extends Shown {
  readonly sha256: string | null;
  readonly size: string | null;
  readonly problem: RejectionCode | null;
  readonly createdAt: Date;
  readonly downloads: number;
  readonly most: number | null;
  readonly last: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedReason: string | null;
}

async function rowsOf(queries: Queries, which: string, parameters: readonly unknown[]): Promise<WeitergabeRow[]> {
  const rows = await queries.query<LoadedRow>(
    `SELECT w.id, w.version, w.kind, CASE WHEN w.to_mandant_id IS NULL THEN 'aussen' ELSE 'mandant' END AS to, w.recipient,
            w.reason, w.state, w.done, w.total, w.stufe, w.created_by AS "createdBy", w.created_by_id AS "createdById",
            w.released_by AS "releasedBy", w.expires_on AS "expiresOn", w.sha256, w.size, w.problem,
            w.created_at AS "createdAt", w.downloads, w.most_downloads AS most, w.last_download_at AS last,
            w.ended_at AS "endedAt", w.ended_by AS "endedBy", w.ended_reason AS "endedReason",
            json_build_object('id', a.id, 'aktenzeichen', a.aktenzeichen, 'betreff', a.betreff) AS akte
       FROM weitergabe w JOIN akte a ON a.id = w.akte_id WHERE ${which}`,
    parameters,
  );
  return rows.map(
    ({ sha256, size, problem, createdAt, downloads, most, last, endedAt, endedBy, endedReason, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      package: sha256 === null ? null : { sha256, size: Number(size) },
      problem: problem && told(reject(problem)),
      downloads: most === null ? null : { count: downloads, most, last: last?.toISOString() ?? null },
      ended: endedAt && { at: endedAt.toISOString(), by: endedBy ?? '', reason: endedReason ?? '' },
    }),
  );
}
