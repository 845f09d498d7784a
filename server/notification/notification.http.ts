import { view, type Route } from '../platform/http/routes.js';
import { loadNotificationRules, loadNotifications } from './notification.views.js';

export const notificationRoutes: readonly Route[] = [
  view('/api/notifications', 'aufgabe.work', (tx) => loadNotifications(tx)),
  view('/api/notifications/rules', 'aufgabe.work', (tx) => loadNotificationRules(tx)),
];
