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

/** The inbox in its five groups; within a group the order of the server stays. Empty groups are left out. */
export function groupAufgaben(rows: readonly AufgabeRow[], today: Day): ListGroup<AufgabeRow>[] {
  const untilSunday = (7 - new Date(`${today}T12:00:00Z`).getUTCDay()) % 7; // the week ends on Sunday (DIN ISO 8601)
  const days = (row: AufgabeRow) => (row.frist === null ? null : daysBetween(today, row.frist));
  const among = (from: number, to: number) => (row: AufgabeRow) => {
    const distance = days(row);
    return distance !== null && distance >= from && distance <= to;
  };
  const groups: (ListGroup<AufgabeRow> & { fits: (row: AufgabeRow) => boolean })[] = [
    {
      id: 'overdue',
      label: $localize`:@@inbox.overdue:Überfällig`,
      tone: 'danger',
      items: [],
      fits: among(-Infinity, -1),
    },
    { id: 'today', label: $localize`:@@inbox.today:Heute`, items: [], fits: among(0, 0) },
    { id: 'week', label: $localize`:@@inbox.week:Diese Woche`, items: [], fits: among(1, untilSunday) },
    { id: 'later', label: $localize`:@@inbox.later:Später`, items: [], fits: among(untilSunday + 1, Infinity) },
    { id: 'none', label: $localize`:@@inbox.withoutFrist:Ohne Frist`, items: [], fits: (row) => days(row) === null },
  ];
  return groups
    .map(({ fits, ...group }) => ({ ...group, items: rows.filter(fits) }))
    .filter((group) => group.items.length > 0);
}

/** The row that opens after one is done: the one below, else the one above; undefined when the list is empty. */
export function neighbour(ids: readonly string[], id: string): string | undefined {
  const index = ids.indexOf(id);
  return index < 0 ? ids[0] : (ids[index + 1] ?? ids[index - 1]);
}
