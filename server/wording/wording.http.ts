import { view, type Route } from '../platform/http/routes.js';
import { loadWording } from './wording.views.js';

export const wordingRoutes: readonly Route[] = [view('/api/wording', 'wording.change', (tx) => loadWording(tx))];
