import { reject } from '../contract/rejections.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { loadOpenWork } from './open-work.views.js';
import { loadPeople, type PeoplePlace } from './people.views.js';

export const transferRoutes: readonly Route[] = [
  view(
    '/api/people',
    'identity.transferWork',
    async (tx, _values, { q = '', after = '' }) => {
      const from = placeOf(after);
      if (from === undefined) return reject('platform.invalidInput', { fields: 'after' });
      return loadPeople(tx, q.normalize('NFC').trim(), from);
    },
    { q: 'Part of the name', after: '`next` of the page before' },
  ),
  view('/api/people/:id/work', 'identity.transferWork', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadOpenWork(tx, id) : reject('platform.notFound');
  }),
];

/** A place is id and name of the last row; null: the beginning; undefined: no place. */
function placeOf(text: string): PeoplePlace | null | undefined {
  if (text === '') return null;
  const id = text.slice(0, 36);
  return isId(id) ? [text.slice(36), id] : undefined;
}
