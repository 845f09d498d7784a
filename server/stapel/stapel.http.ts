import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { download, place, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { loadFilings } from './filing.views.js';
import { loadPosten, loadStapel, loadStapelList, reportOf } from './stapel.views.js';

const pageOfPosten = z.object({
  state: z.enum(['offen', 'bereit', 'abgelehnt', 'erledigt']).optional(),
  after: z.coerce.number().int().min(0).default(0),
});

export const stapelRoutes: readonly Route[] = [
  view(
    '/api/stapel',
    'stapel.run',
    (tx, _values, { after }) =>
      after === undefined || isId(after)
        ? loadStapelList(tx, after ?? null)
        : Promise.resolve(reject('platform.invalidInput', { fields: 'after' })),
    { after: 'cursor of the page before' },
  ),
  view('/api/stapel/:id', 'stapel.run', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadStapel(tx, id) : reject('platform.notFound');
  }),
  view(
    '/api/stapel/:id/posten',
    'stapel.run',
    async (tx, values, query) => {
      const [id, asked] = [place(values, 'id'), pageOfPosten.safeParse(query)];
      if (!asked.success) return reject('platform.invalidInput', { fields: 'state, after' });
      return isId(id) ? loadPosten(tx, id, asked.data.state ?? null, asked.data.after) : reject('platform.notFound');
    },
    { state: 'offen, bereit, abgelehnt or erledigt', after: 'cursor of the page before' },
  ),
  view('/api/stapel/:id/ablage', 'stapel.run', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadFilings(tx, id) : reject('platform.notFound');
  }),
  download('/api/stapel/:id/bericht.csv', 'stapel.run', async (tx, values, _query, readAgain) => {
    const id = place(values, 'id');
    return isId(id) ? reportOf(tx, id, readAgain) : reject('platform.notFound');
  }),
];
