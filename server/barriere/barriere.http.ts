import { view, type Route } from '../platform/http/routes.js';
import { loadBarrieren } from './barriere.views.js';

export const barriereRoutes: readonly Route[] = [view('/api/barrieren', 'barriere.close', (tx) => loadBarrieren(tx))];
