import { reject } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { loadAktenplan, loadVorgang } from './akte.views.js';

export const akteRoutes: readonly Route[] = [
  view('/api/akten/plan', 'akte.read', (tx) => loadAktenplan(tx)),
  view('/api/vorgaenge/:id', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadVorgang(tx, id) : reject('platform.notFound');
  }),
];
