import { matchingAufgaben } from '../aufgabe/aufgaben-list.views.js';
import { findFilters } from '../aufgabe/saved-filters.views.js';
import type {
  NotificationEntry,
  NotificationGroup,
  NotificationRules,
  NotificationRulesView,
  NotificationStream,
  NotificationsView,
} from '../contract/notification-views.js';
import type { Id } from '../contract/views.js';
import { dayInBerlin, minuteInBerlin } from '../platform/clock.js';
import type { Transaction } from '../platform/transaction.js';
import { channelOf, isQuiet, secondsUntilChange, waitsForDigest, type OfficeTime } from './notification.js';
import { findRules } from './notification.store.js';
import { loadTold, type ToldRow } from './told.queries.js';

/** What the acting person was told and may still see, as their rules want it. */
export async function loadNotifications(tx: Transaction): Promise<NotificationsView> {
  const rules = await findRules(tx);
  const now = officeTime(tx.clock.now());
  const rows = await loadTold(tx);
  const fitting = await fittingFilters(tx, rules, rows);
  const shown = rows.flatMap((row): ShownRow[] => {
    const channel = channelOf(rules, row.kind, fitting.get(row.aufgabe?.id ?? '') ?? new Set());
    if (channel === 'none' || (channel === 'digest' && waitsForDigest(officeTime(row.at), now))) return [];
    return [{ row, channel }];
  });
  const streams = streamsOf(shown);
  return {
    unread: streams.reduce((sum, stream) => sum + unreadIn(stream), 0),
    sign: isQuiet(rules.quiet, now) ? 'quiet' : 'shown',
    again: secondsUntilChange(rules, now),
    streams,
  };
}

/** The own rules, without those of filters that are gone, and what could have one. */
export async function loadNotificationRules(tx: Transaction): Promise<NotificationRulesView> {
  const rules = await findRules(tx);
  const filters = (await findFilters(tx)).map(({ id, name }) => ({ id, name }));
  const known = rules.filters.filter((rule) => filters.some(({ id }) => id === rule.id));
  return { rules: { ...rules, filters: known }, filters };
}

interface ShownRow {
  readonly row: ToldRow;
  readonly channel: NotificationEntry['channel'];
}

/** Which of the filters with a rule each Aufgabe fits. One question for each such filter. */
async function fittingFilters(
  tx: Transaction,
  rules: NotificationRules,
  rows: readonly ToldRow[],
): Promise<ReadonlyMap<Id, ReadonlySet<Id>>> {
  const aufgabeIds = [...new Set(rows.flatMap(({ aufgabe }) => aufgabe?.id ?? []))];
  const fitting = new Map<Id, Set<Id>>();
  if (rules.filters.length === 0 || aufgabeIds.length === 0) return fitting;
  for (const { id, filter } of await findFilters(tx)) {
    if (!rules.filters.some((rule) => rule.id === id)) continue;
    for (const aufgabeId of await matchingAufgaben(tx, filter, aufgabeIds)) {
      fitting.set(aufgabeId, (fitting.get(aufgabeId) ?? new Set()).add(id));
    }
  }
  return fitting;
}

/** First the own ones, then the digest, then one stream for each person who is stood in for. */
function streamsOf(shown: readonly ShownRow[]): NotificationStream[] {
  const own = shown.filter(({ row }) => row.fuer === null);
  const absent = new Map(shown.flatMap(({ row: { fuer } }) => (fuer ? [[fuer.id, fuer] as const] : [])));
  const streams: NotificationStream[] = [
    { kind: 'own', fuer: null, groups: groupsOf(own.filter(({ channel }) => channel !== 'digest')) },
    { kind: 'digest', fuer: null, groups: groupsOf(own.filter(({ channel }) => channel === 'digest')) },
    ...[...absent.values()].map((fuer): NotificationStream => ({
      ...{ kind: 'vertretung', fuer },
      groups: groupsOf(shown.filter(({ row }) => row.fuer?.id === fuer.id)),
    })),
  ];
  return streams.filter(({ groups }) => groups.length > 0);
}

/** By Vorgang or Ersuchen, in the order of the newest of each; what the person may not see any more is one group. */
function groupsOf(shown: readonly ShownRow[]): NotificationGroup[] {
  const groups = new Map<Id, NotificationGroup>();
  for (const { row, channel } of shown) {
    const key = row.vorgang?.id ?? row.ersuchen?.id ?? '';
    const group = groups.get(key) ?? { vorgang: row.vorgang, ersuchen: row.ersuchen, entries: [] };
    group.entries.push({
      ...{ id: row.id, kind: row.kind, at: row.at.toISOString(), channel, aufgabe: row.aufgabe },
      state: row.read ? 'read' : 'unread',
    });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A digest is one sign, however much is in it. */
function unreadIn({ kind, groups }: NotificationStream): number {
  const unread = groups.flatMap(({ entries }) => entries).filter(({ state }) => state === 'unread').length;
  return kind === 'digest' ? Math.min(unread, 1) : unread;
}

function officeTime(instant: Date): OfficeTime {
  return { day: dayInBerlin(instant), minute: minuteInBerlin(instant) };
}
