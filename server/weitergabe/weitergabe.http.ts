import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { WeitergabePage } from '../contract/weitergabe-views.js';
import { place, view, type PathValues, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { pageAfter } from '../platform/page-mark.js';
import { loadAngebote } from './angebot.views.js';
import { STATES } from './weitergabe.js';
import { loadChoice, loadWeitergabe, loadWeitergaben } from './weitergabe.views.js';

export const weitergabeRoutes: readonly Route[] = [
  view(
    '/api/akten/:id/weitergabe',
    'weitergabe.order',
    (tx, values, query) =>
      withId(values, (id) => {
        const kind = query['kind'] === 'zustaendigkeit' ? 'zustaendigkeit' : 'kopie';
        return loadChoice(tx, id, kind, query['to'] === 'mandant' ? 'mandant' : 'aussen');
      }),
    {
      kind: '`kopie` (what holds without it) or `zustaendigkeit`',
      to: '`aussen` (what holds without it) or `mandant`',
    },
  ),
  view(
    '/api/weitergaben',
    'weitergabe.order',
    (tx, _values, query) => {
      const asked = query['state'] ?? '';
      const state = STATES.find((known) => known === asked);
      return pageAfter<WeitergabePage>(query['before'], (mark) =>
        asked !== '' && !state
          ? Promise.resolve(reject('platform.invalidInput', { fields: 'state' }))
          : loadWeitergaben(tx, state ?? null, mark),
      );
    },
    { state: 'only those in this state', before: 'the `next` of the page before' },
  ),
  view('/api/weitergaben/:id', 'weitergabe.order', (tx, values) => withId(values, (id) => loadWeitergabe(tx, id))),
  view(
    '/api/angebote',
    'weitergabe.receive',
    (tx, _values, query) => pageAfter(query['before'], (mark) => loadAngebote(tx, mark)),
    { before: 'the `next` of the page before' },
  ),
];

async function withId<Value>(values: PathValues, work: (id: Id) => Promise<Value | Rejection>) {
  const id = place(values, 'id');
  return isId(id) ? work(id) : reject('platform.notFound');
}
