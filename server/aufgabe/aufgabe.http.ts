import { reject } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { loadAufgabe, loadInbox, type AufgabenList } from './aufgabe.views.js';

const LISTS: readonly AufgabenList[] = ['meine', 'gruppe', 'vertretung'];

export const aufgabeRoutes: readonly Route[] = [
  view(
    '/api/aufgaben',
    'aufgabe.work',
    (tx, _values, query) => loadInbox(tx, LISTS.find((list) => list === query['list']) ?? 'meine'),
    { list: 'meine, gruppe or vertretung' },
  ),
  view('/api/aufgaben/:id', 'aufgabe.work', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadAufgabe(tx, id) : reject('platform.notFound');
  }),
];
