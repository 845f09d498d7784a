import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { place, view, type PathValues, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { loadAngebote } from './angebot.views.js';
import { STATES } from './weitergabe.js';
import { loadChoice, loadWeitergabe, loadWeitergaben, type PageMark } from './weitergabe.views.js';

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
      const [mark, state] = [markOf(query['before'] ?? ''), STATES.find((known) => known === asked)];
      if (mark === 'none') return Promise.resolve(reject('platform.invalidInput', { fields: 'before' }));
      if (asked !== '' && !state) return Promise.resolve(reject('platform.invalidInput', { fields: 'state' }));
      return loadWeitergaben(tx, state ?? null, mark);
    },
    { state: 'only those in this state', before: 'the `next` of the page before' },
  ),
  view('/api/weitergaben/:id', 'weitergabe.order', (tx, values) => withId(values, (id) => loadWeitergabe(tx, id))),
  view(
    '/api/angebote',
    'weitergabe.receive',
    (tx, _values, query) => {
      const mark = markOf(query['before'] ?? '');
      return mark === 'none'
        ? Promise.resolve(reject('platform.invalidInput', { fields: 'before' }))
        : loadAngebote(tx, mark);
    },
    { before: 'the `next` of the page before' },
  ),
];

/** `instant~id` of the last row of the page before; null for the first page. */
export function markOf(before: string): PageMark | null | 'none' {
  if (before === '') return null;
  const [at = '', id = ''] = before.split('~');
  return isId(id) && /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(at) && !Number.isNaN(Date.parse(at)) ? { at, id } : 'none';
}

async function withId<Value>(values: PathValues, work: (id: Id) => Promise<Value | Rejection>) {
  const id = place(values, 'id');
  return isId(id) ? work(id) : reject('platform.notFound');
}
