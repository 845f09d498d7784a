import type {
  Channel,
  NotificationEntry,
  NotificationKind,
  NotificationStream,
  NotificationsView,
  Weekday,
} from '../../../server/contract/notification-views.js';
import type { IconName } from '../../ui/icon/icons.js';

/** What happened, as one line of the bell says it. */
export const EVENT_WORDS: Readonly<Record<NotificationKind, string>> = {
  new: $localize`:@@notification.new:Neue Aufgabe`,
  handed: $localize`:@@notification.handed:An Sie weitergegeben`,
  taken: $localize`:@@notification.taken:Liegt nicht mehr bei Ihnen`,
  overdue: $localize`:@@notification.overdue:Frist abgelaufen`,
  refused: $localize`:@@notification.refused:Zurückgewiesen`,
  circulated: $localize`:@@notification.circulated:Laufweg beendet`,
  closed: $localize`:@@notification.closed:z. d. A. verfügt`,
  asked: $localize`:@@notification.asked:Bittet um Hilfe`,
  accepted: $localize`:@@notification.accepted:Ersuchen angenommen`,
};

/** What is set up: the kinds in full. */
export const KIND_WORDS: Readonly<Record<NotificationKind, string>> = {
  new: $localize`:@@notification.kindNew:Eine Aufgabe ist neu für mich oder meine Gruppe`,
  handed: $localize`:@@notification.kindHanded:Jemand gibt mir eine Aufgabe`,
  taken: $localize`:@@notification.kindTaken:Eine Aufgabe liegt nicht mehr bei mir`,
  overdue: $localize`:@@notification.kindOverdue:Die Frist einer Aufgabe von mir ist abgelaufen`,
  refused: $localize`:@@notification.kindRefused:Ein Vorgang, an dem ich beteiligt war, wurde zurückgewiesen`,
  circulated: $localize`:@@notification.kindCirculated:Ein Laufweg von mir ist beendet`,
  closed: $localize`:@@notification.kindClosed:Ein Vorgang, an dem ich beteiligt war, ist z. d. A.`,
  asked: $localize`:@@notification.kindAsked:Eine andere Behörde stellt ein Ersuchen, das ich annehmen darf`,
  accepted: $localize`:@@notification.kindAccepted:Ein Ersuchen von mir ist angenommen`,
};

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  none: $localize`:@@notification.none:gar nicht`,
  digest: $localize`:@@notification.digest:gesammelt um 07:30 Uhr`,
  app: $localize`:@@notification.app:in der Laufmappe`,
  os: $localize`:@@notification.os:auch über das Betriebssystem`,
};

export const WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  1: $localize`:@@notification.monday:Montag`,
  2: $localize`:@@notification.tuesday:Dienstag`,
  3: $localize`:@@notification.wednesday:Mittwoch`,
  4: $localize`:@@notification.thursday:Donnerstag`,
  5: $localize`:@@notification.friday:Freitag`,
  6: $localize`:@@notification.saturday:Samstag`,
  7: $localize`:@@notification.sunday:Sonntag`,
};

export const EVENT_ICONS: Readonly<Record<NotificationKind, IconName>> = {
  new: 'inbox',
  handed: 'forward',
  taken: 'undo',
  overdue: 'schedule',
  refused: 'error',
  circulated: 'check-circle',
  closed: 'archive',
  asked: 'forum',
  accepted: 'forum',
};

export function streamWords({ kind, fuer }: NotificationStream): string {
  if (kind === 'digest') return $localize`:@@notification.streamDigest:Zusammenfassung von 07:30 Uhr`;
  if (fuer) return $localize`:@@notification.streamFuer:In Vertretung für ${fuer.name}:name:`;
  return $localize`:@@notification.streamOwn:Für mich`;
}

/** Everything that was told, whatever stream it is in. */
export function entriesOf({ streams }: Pick<NotificationsView, 'streams'>): NotificationEntry[] {
  return streams.flatMap(({ groups }) => groups).flatMap(({ entries }) => entries);
}
