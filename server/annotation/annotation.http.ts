import { reject } from '../contract/rejections.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { loadLayers } from './layers.views.js';

export const annotationRoutes: readonly Route[] = [
  view('/api/dokumente/:id/versionen/:nummer/ebenen', 'akte.read', async (tx, values) => {
    const [id, nummer] = [place(values, 'id'), Number(place(values, 'nummer'))];
    const known = isId(id) && Number.isSafeInteger(nummer) && nummer > 0 && nummer < 2 ** 31;
    return known ? loadLayers(tx, id, nummer) : reject('platform.notFound');
  }),
];
