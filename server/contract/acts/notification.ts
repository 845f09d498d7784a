import type { NotificationRules } from '../notification-views.js';
import type { Id } from '../views.js';
import type { ActDescription } from './describe.js';

export const notificationActs = {
  'notification.markNotifications': {
    label: { de: 'Benachrichtigungen vermerken', en: 'Mark notifications' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'notification.markNotifications' },
  },
  'notification.arrangeNotifications': {
    label: { de: 'Benachrichtigungen einstellen', en: 'Set up notifications' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'notification.arrangeNotifications' },
  },
} as const satisfies Record<string, ActDescription>;

export interface NotificationActTypes {
  'notification.markNotifications': {
    input: { ids: Id[]; state: 'read' | 'unread' };
    /** Those that were in the other state before. */
    output: { changed: Id[] };
  };
  'notification.arrangeNotifications': {
    input: NotificationRules;
    output: { before: NotificationRules };
  };
}
