import type { DistributionPage, DistributionRow, Workload, WorkloadPage } from '../contract/distribution-views.js';
import type { Id } from '../contract/views.js';
import { placeAfter, type PeoplePlace } from '../identity/people-place.js';
import { areaOf, IN_AREA } from '../identity/transfer-area.js';
import type { Transaction } from '../platform/transaction.js';
import { IN_WORK_AREA } from './work-area.js';

const PAGE = 100;

/** What is asked of the list: words of title or Aktenzeichen, and with whom it lies. */
export interface DistributionFilter {
  readonly words: string;
  /** Id of a person, `group` for what nobody has taken, or null for all. */
  readonly lyingWith: string | null;
}

// Without a Frist comes last; the same order as in the inbox.
const KEY = `(coalesce(a.frist, 'infinity'), a.created_at, a.id)`;

/** Open Aufgaben of the area that the acting person coordinates and may see, from the one that `after` names on. */
export async function loadDistribution(
  tx: Transaction,
  { words, lyingWith }: DistributionFilter,
  after: Id | null,
): Promise<DistributionPage> {
  const rows = await tx.query<Omit<DistributionRow, 'createdAt'> & { createdAt: Date }>(
    `SELECT a.id, a.titel, a.schritt, v.aktenzeichen, v.betreff, a.frist, a.created_at AS "createdAt",
            (SELECT json_build_object('id', p.id, 'name', p.name) FROM person p WHERE p.id = a.assignee_id) AS assignee
       FROM aufgabe a JOIN vorgang v ON v.id = a.vorgang_id
      WHERE a.state = 'offen' AND ${IN_WORK_AREA}
        AND ($2 = '' OR strpos(lower(concat_ws(' ', v.aktenzeichen, v.betreff, a.titel ->> 'de', a.titel ->> 'en')), lower($2)) > 0)
        AND ($3::text IS NULL OR CASE $3 WHEN 'group' THEN a.assignee_id IS NULL ELSE a.assignee_id::text = $3 END)
        AND ($4::uuid IS NULL OR ${KEY} > (SELECT coalesce(b.frist, 'infinity'), b.created_at, b.id FROM aufgabe b WHERE b.id = $4))
      ORDER BY coalesce(a.frist, 'infinity'), a.created_at, a.id LIMIT ${PAGE + 1}`,
    [await areaOf(tx), words, lyingWith, after],
  );
  const shown = rows.slice(0, PAGE);
  return {
    items: shown.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** How many rows `loadDistribution` has, over all pages, of what nobody has taken. */
export async function countUndistributed(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM aufgabe a JOIN vorgang v ON v.id = a.vorgang_id
      WHERE a.state = 'offen' AND a.assignee_id IS NULL AND ${IN_WORK_AREA}`,
    [await areaOf(tx)],
  );
  return row?.count ?? 0;
}

/** Active people of the area by name, with how many Aufgaben lie with them: of those that the acting person may see. */
export async function loadWorkload(tx: Transaction, words: string, after: PeoplePlace | null): Promise<WorkloadPage> {
  const rows = await tx.query<Workload>(
    `SELECT p.id, p.name, u.code || ' ' || u.name AS unit, w.open, w.overdue,
            (SELECT max(v.until_day) FROM vertretung v
              WHERE v.person_id = p.id AND v.ended_at IS NULL AND $6 BETWEEN v.from_day AND v.until_day) AS "absentUntil"
       FROM person p JOIN unit u ON u.id = p.unit_id
       CROSS JOIN LATERAL (SELECT count(*)::int AS open, count(*) FILTER (WHERE a.frist < $6)::int AS overdue
                             FROM aufgabe a WHERE a.assignee_id = p.id AND a.state = 'offen') w
      WHERE ${IN_AREA} AND p.active AND ($2 = '' OR strpos(lower(p.name), lower($2)) > 0)
        AND ($3::text IS NULL OR (p.name, p.id) > ($3, $4::uuid))
      ORDER BY p.name, p.id LIMIT $5`,
    [await areaOf(tx), words, after?.[0] ?? null, after?.[1] ?? null, PAGE + 1, tx.clock.today()],
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { items: shown, next: rows.length > PAGE && last ? placeAfter(last) : null };
}
