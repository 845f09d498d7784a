import { reject } from '../contract/rejections.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { loadOpenWork } from './open-work.views.js';
import { peopleInArea } from './transfer-area.js';

export const transferRoutes: readonly Route[] = [
  view('/api/people', 'identity.transferWork', async (tx) => ({ items: await peopleInArea(tx) })),
  view('/api/people/:id/work', 'identity.transferWork', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadOpenWork(tx, id) : reject('platform.notFound');
  }),
];
