import { reject } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { loadAufgabe, loadInbox } from './aufgabe.views.js';

export const aufgabeRoutes: readonly Route[] = [
  view(
    '/api/aufgaben',
    'aufgabe.work',
    (tx, _values, query) => loadInbox(tx, query['list'] === 'gruppe' ? 'gruppe' : 'meine'),
    { list: 'meine, or gruppe' },
  ),
  view('/api/aufgaben/:id', 'aufgabe.work', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadAufgabe(tx, id) : reject('platform.notFound');
  }),
];
