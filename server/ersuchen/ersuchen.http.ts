import { reject } from '../contract/rejections.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { pageAfter } from '../platform/page-mark.js';
import { ersuchenOfVorgang, loadReceived } from './ersuchen.views.js';

export const ersuchenRoutes: readonly Route[] = [
  view('/api/vorgaenge/:id/ersuchen', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    if (!isId(id)) return reject('platform.notFound');
    await tx.requireRight('read', 'vorgang', id);
    return ersuchenOfVorgang(tx, id);
  }),
  view(
    '/api/ersuchen',
    'ersuchen.receive',
    (tx, _values, query) => pageAfter(query['before'], (mark) => loadReceived(tx, mark)),
    { before: 'the `next` of the page before' },
  ),
];
