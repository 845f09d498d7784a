import { arrangeNotifications } from './arrange-notifications.js';
import { markNotifications } from './mark-notifications.js';
import { notificationRoutes } from './notification.http.js';
import { sweepNotifications } from './remove-notifications.js';
import { tellOverdue, type TellOverdueParts } from './tell-overdue.js';

/** What the office gets of this slice. */
export function openNotifications(parts: TellOverdueParts) {
  return {
    acts: [markNotifications, arrangeNotifications] as const,
    routes: notificationRoutes,
    sweep: sweepNotifications,
    tellOverdue: () => tellOverdue(parts),
  };
}
