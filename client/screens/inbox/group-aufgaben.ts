import type { DayGroup } from '../../../server/contract/aufgaben-views.js';
import type { AufgabeRow, Day } from '../../../server/contract/views.js';
import { daysBetween } from '../../locale/format.js';
import type { ListGroup } from '../../ui/listbox/window.js';

export interface Due {
  readonly urgency: 'overdue' | 'today' | 'later' | 'none';
  readonly words: string;
}

/** The due word of a row. Under the heading „Überfällig“ the word itself need not say so again. */
export function due(frist: Day | null, today: Day): Due {
  if (frist === null) return { urgency: 'none', words: '' };
  const days = daysBetween(today, frist);
  if (days === -1) return { urgency: 'overdue', words: $localize`:@@due.sinceOne:seit 1 Tag` };
  if (days < 0) return { urgency: 'overdue', words: $localize`:@@due.since:seit ${-days}:days: Tagen` };
  if (days === 0) return { urgency: 'today', words: $localize`:@@due.today:heute` };
  if (days === 1) return { urgency: 'later', words: $localize`:@@due.tomorrow:morgen` };
  return { urgency: 'later', words: $localize`:@@due.in:in ${days}:days: Tagen` };
}

/** What else is to be known of a list. */
export interface Grouping {
  /** The day that rows are grouped by; `order`: one group, since the order has nothing to do with days. */
  readonly by: 'frist' | 'wiedervorlage' | 'order';
  /** Heading of that one group. */
  readonly heading: string;
  /** Rows below each heading on the server; null: as many as are there. */
  readonly counts: Readonly<Record<DayGroup, number>> | null;
  /** Rows that have left the list here before it was read again. */
  readonly gone: ReadonlySet<string>;
}

const BY_FRIST: Grouping = { by: 'frist', heading: '', counts: null, gone: new Set() };

interface Heading {
  readonly id: string;
  readonly label: string;
  readonly tone?: 'danger';
  readonly of: readonly DayGroup[];
}

/** The list in its groups; within a group the order of the server stays. Empty groups are left out. */
export function groupAufgaben(
  rows: readonly AufgabeRow[],
  today: Day,
  { by, heading, counts, gone }: Grouping = BY_FRIST,
): ListGroup<AufgabeRow>[] {
  return headings(by, heading).flatMap(({ of, ...group }) => {
    const inGroup = rows.filter((row) => of.includes(dayGroup(by === 'wiedervorlage' ? again(row) : row.frist, today)));
    const items = inGroup.filter((row) => !gone.has(row.id));
    const onServer = counts && of.reduce((sum, id) => sum + counts[id], 0) - (inGroup.length - items.length);
    return items.length === 0 ? [] : [{ ...group, items, ...(onServer === null ? {} : { count: onServer }) }];
  });
}

function headings(by: Grouping['by'], heading: string): Heading[] {
  const all: readonly DayGroup[] = ['overdue', 'today', 'week', 'later', 'none'];
  if (by === 'order') return [{ id: 'all', label: heading, of: all }];
  const week = { id: 'week', label: $localize`:@@inbox.week:Diese Woche`, of: ['week'] } as const;
  const later = { id: 'later', label: $localize`:@@inbox.later:Später`, of: ['later'] } as const;
  if (by === 'wiedervorlage') {
    return [{ id: 'back', label: $localize`:@@inbox.back:Wieder vorgelegt`, of: ['overdue', 'today'] }, week, later];
  }
  return [
    { id: 'overdue', label: $localize`:@@inbox.overdue:Überfällig`, tone: 'danger', of: ['overdue'] },
    { id: 'today', label: $localize`:@@inbox.today:Heute`, of: ['today'] },
    week,
    later,
    { id: 'none', label: $localize`:@@inbox.withoutFrist:Ohne Frist`, of: ['none'] },
  ];
}

function dayGroup(day: Day | null, today: Day): DayGroup {
  if (day === null) return 'none';
  const distance = daysBetween(today, day);
  const untilSunday = (7 - new Date(`${today}T12:00:00Z`).getUTCDay()) % 7; // the week ends on Sunday (DIN ISO 8601)
  if (distance < 0) return 'overdue';
  if (distance === 0) return 'today';
  return distance <= untilSunday ? 'week' : 'later';
}

function again({ wiedervorlage }: AufgabeRow): Day | null {
  return wiedervorlage?.day ?? null;
}

/** The row that opens after one is done: the one below, else the one above; undefined when the list is empty. */
export function neighbour(ids: readonly string[], id: string): string | undefined {
  const index = ids.indexOf(id);
  return index < 0 ? ids[0] : (ids[index + 1] ?? ids[index - 1]);
}
