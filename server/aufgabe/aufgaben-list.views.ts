import { loadAbsences } from '../access/absence.queries.js';
import type {
  AufgabenFilter,
  AufgabenFirstPage,
  AufgabenList,
  AufgabenOrder,
  AufgabenPage,
  DayGroup,
} from '../contract/aufgaben-views.js';
import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { FROM_ROW, ROW, toRow, type SqlRow } from './aufgabe-rows.js';
import { loadLayout } from './aufgaben-layout.js';
import { writePlace, type AufgabenPlace, type AufgabenQuestion } from './aufgaben-question.js';
import { groupCounts, joinFuer, KEY, limited, listed, statementOf, type Looking } from './aufgaben-sql.js';

/**
 * The first page of the acting person's Aufgaben: what is theirs, what anybody of their group may take, what lies with those
 * whom they stand in for today, or what they have put aside. It also counts the whole list.
 */
export async function loadAufgaben(
  tx: Transaction,
  { list, filter, most }: Omit<AufgabenQuestion, 'after'>,
): Promise<AufgabenFirstPage> {
  const looking = await lookingOf(tx);
  const layout = await loadLayout(tx);
  const order = list === 'wiedervorlage' ? 'wiedervorlage' : layout.order;
  const page = await pageOf(tx, looking, { list, filter, after: null, order, most });
  const groups = await groupsOf(tx, looking, list, filter);
  return { ...page, groups, counts: await countsOf(tx, looking), filter, layout };
}

/** A page behind the first one, in the order in which the first one was. */
export async function loadMoreAufgaben(
  tx: Transaction,
  { list, filter, most }: Omit<AufgabenQuestion, 'after'>,
  after: AufgabenPlace,
): Promise<AufgabenPage> {
  return pageOf(tx, await lookingOf(tx), { list, filter, after, order: after.order, most });
}

/** How many Aufgaben of a list a filter leaves over for the acting person. */
export async function countAufgaben(tx: Transaction, list: AufgabenList, filter: AufgabenFilter): Promise<number> {
  return countOf(tx, await lookingOf(tx), list, filter);
}

/** Which of these Aufgaben fit a filter, as far as the acting person sees them. */
export async function matchingAufgaben(tx: Transaction, filter: AufgabenFilter, ids: readonly Id[]): Promise<Id[]> {
  const statement = statementOf({ ...(await lookingOf(tx)), absences: [] });
  const from = limited(statement, filter, ids);
  // `$1` is always the person; PostgreSQL wants it used.
  const rows = await tx.query<{ id: Id }>(`SELECT a.id FROM ${from} AND $1::uuid IS NOT NULL`, statement.values);
  return rows.map(({ id }) => id);
}

async function lookingOf(tx: Transaction): Promise<Looking> {
  const { id: personId, roles, unitId } = personOf(tx);
  const today = tx.clock.today();
  return { personId, roles, unitId, today, absences: await loadAbsences(tx, personId, today) };
}

interface Wanted {
  readonly list: AufgabenList;
  readonly filter: AufgabenFilter;
  readonly order: AufgabenOrder;
  readonly after: AufgabenPlace | null;
  readonly most: number;
}

/** First the ids, sorted and cut off; then all else for these few: what a row says costs more than the sorting. */
async function pageOf(tx: Transaction, looking: Looking, wanted: Wanted): Promise<AufgabenPage> {
  const { list, filter, order, after, most } = wanted;
  if (list === 'vertretung' && looking.absences.length === 0) return { items: [], next: null };
  const statement = statementOf(looking);
  const from = listed(statement, list, filter);
  const behind = after
    ? `WHERE (o.key, o.id) > (${statement.of(after.key)}::text COLLATE "C", ${statement.of(after.id)}::uuid)`
    : '';
  const rows = await tx.query<SqlRow & { key: string; fuer: { id: string; name: string } | null }>(
    `WITH page AS MATERIALIZED (
       SELECT o.id, o.key FROM (SELECT a.id, (${KEY[order]}) COLLATE "C" AS key FROM ${from}) o ${behind}
        ORDER BY o.key, o.id LIMIT ${statement.of(most + 1)}::int)
     SELECT ${ROW}, f.fuer, page.key FROM page JOIN (${FROM_ROW}) ON a.id = page.id ${joinFuer(statement)}
      ORDER BY page.key, page.id`,
    statement.values,
  );
  const items = rows.slice(0, most);
  const last = items.at(-1);
  return {
    items: items.map((row) => toRow({ ...row, vertretungFuer: row.fuer })),
    next: rows.length > most && last ? writePlace({ order, key: last.key, id: last.id }) : null,
  };
}

async function groupsOf(
  tx: Transaction,
  looking: Looking,
  list: AufgabenList,
  filter: AufgabenFilter,
): Promise<Record<DayGroup, number>> {
  const nothing = { overdue: 0, today: 0, week: 0, later: 0, none: 0 };
  if (list === 'vertretung' && looking.absences.length === 0) return nothing;
  const statement = statementOf(looking);
  const counts = groupCounts(statement, list === 'wiedervorlage' ? 'w.day' : 'a.frist');
  const [groups] = await tx.query<Record<DayGroup, number>>(
    `SELECT ${counts} FROM ${listed(statement, list, filter)}`,
    statement.values,
  );
  return groups ?? nothing;
}

async function countsOf(tx: Transaction, looking: Looking): Promise<Record<AufgabenList, number>> {
  return {
    meine: await countOf(tx, looking, 'meine', {}),
    gruppe: await countOf(tx, looking, 'gruppe', {}),
    vertretung: await countOf(tx, looking, 'vertretung', {}),
    wiedervorlage: await countOf(tx, looking, 'wiedervorlage', {}),
  };
}

async function countOf(tx: Transaction, looking: Looking, list: AufgabenList, filter: AufgabenFilter): Promise<number> {
  if (list === 'vertretung' && looking.absences.length === 0) return 0;
  const statement = statementOf(looking);
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${listed(statement, list, filter)}`,
    statement.values,
  );
  return row?.count ?? 0;
}
