import { reject } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { loadBeteiligte, loadKontakt, loadKontakte } from './kontakt.views.js';

export const kontaktRoutes: readonly Route[] = [
  view('/api/kontakte', 'akte.read', async (tx, _values, { q, after }) => {
    if (after !== undefined && !isId(after)) return reject('platform.invalidInput', { fields: 'after' });
    return loadKontakte(tx, q ?? '', after ?? null);
  }),
  view('/api/kontakte/:id', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadKontakt(tx, id) : reject('platform.notFound');
  }),
  view('/api/vorgaenge/:id/beteiligte', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadBeteiligte(tx, id) : reject('platform.notFound');
  }),
];
