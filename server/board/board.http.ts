import { view, type Route } from '../platform/http/routes.js';
import { loadBoard } from './board.views.js';

export const boardRoutes: readonly Route[] = [view('/api/board', 'aufgabe.work', (tx) => loadBoard(tx))];
