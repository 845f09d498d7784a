import type { Id, Instant } from './views.js';

/**
 * What somebody is told of: an Aufgabe that is new for them or their group, was handed to them, was taken from them, or is
 * overdue; a Vorgang they took part in that was refused, whose Laufweg has come to its end, or that is closed; an Ersuchen that
 * another Mandant asks and that they may accept, or one of theirs that was accepted.
 */
export const NOTIFICATION_KINDS = [
  ...(['new', 'handed', 'taken', 'overdue', 'refused', 'circulated', 'closed'] as const),
  ...(['asked', 'accepted'] as const),
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** How loudly, from not at all to by the operating system; `digest` waits until 07:30 and comes as one. */
export const CHANNELS = ['none', 'digest', 'app', 'os'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Days of the week in which quiet hours begin: 1 is Monday, 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Hours of the office's day (Europe/Berlin) in which nothing makes a sign. */
export interface QuietHours {
  /** `HH:MM`. */
  from: string;
  /** `HH:MM`; not later than `from`: on the next day. */
  until: string;
  days: Weekday[];
}

/** How one person wants to be told. */
export interface NotificationRules {
  kinds: Record<NotificationKind, Channel>;
  /** Where an Aufgabe fits one of these kept filters, its channel counts; the loudest, where it fits several. */
  filters: { id: Id; channel: Channel }[];
  quiet: QuietHours | null;
}

/** One thing that somebody was told. */
export interface NotificationEntry {
  id: Id;
  kind: NotificationKind;
  at: Instant;
  state: 'unread' | 'read';
  channel: Exclude<Channel, 'none'>;
  /** Null where it is about no Aufgabe, or about one that the person may not see any more. */
  aufgabe: { id: Id; titel: { de: string; en: string } } | null;
}

/** What was told about one Vorgang or one Ersuchen, newest first. */
export interface NotificationGroup {
  /** Null where the person may not see it any more, and where it is about an Ersuchen. */
  vorgang: { id: Id; aktenzeichen: string; betreff: string } | null;
  /** One that waits to be accepted; of one that lies in a Vorgang the Vorgang is told. */
  ersuchen: { id: Id; other: string; betreff: string } | null;
  entries: NotificationEntry[];
}

/** Groups that belong together: the own ones, the digest of the morning, and those of each person one stands in for. */
export interface NotificationStream {
  kind: 'own' | 'digest' | 'vertretung';
  fuer: { id: Id; name: string } | null;
  groups: NotificationGroup[];
}

/** `GET /api/notifications`: what the person has been told and may still see. */
export interface NotificationsView {
  /** Unread ones; a digest counts as one. */
  unread: number;
  /** `quiet`: it is one of the person's quiet hours, nothing makes a sign. */
  sign: 'shown' | 'quiet';
  /** Seconds after which the answer may be another one although nothing happened. */
  again: number;
  streams: NotificationStream[];
}

/** `GET /api/notifications/rules`: the own rules, and the kept filters that may have one. */
export interface NotificationRulesView {
  rules: NotificationRules;
  filters: { id: Id; name: string }[];
}
