import type { NotificationKind, NotificationsView } from '../../server/contract/notification-views.js';
import { loadNotifications } from '../../server/notification/notification.views.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';

/** What the bell of this person shows now. */
export async function bellOf(bench: ActBench, login: string): Promise<NotificationsView> {
  return done(await bench.runner.transaction(bench.as(login), loadNotifications));
}

/** What this person was told about an Aufgabe or a Vorgang, newest first. */
export async function toldOf(
  bench: ActBench,
  login: string,
  about: { aufgabeId: string } | { vorgangId: string },
): Promise<NotificationKind[]> {
  const { streams } = await bellOf(bench, login);
  return streams
    .flatMap(({ groups }) => groups)
    .flatMap(({ vorgang, entries }) => entries.map((entry) => ({ ...entry, vorgang })))
    .filter(({ aufgabe, vorgang }) =>
      'aufgabeId' in about ? aufgabe?.id === about.aufgabeId : vorgang?.id === about.vorgangId,
    )
    .map(({ kind }) => kind);
}
