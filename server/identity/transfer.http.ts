import { isRejection, reject } from '../contract/rejections.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { findColleagues } from './find-colleagues.js';
import { loadOpenWork } from './open-work.views.js';
import { peoplePlace } from './people-place.js';
import { loadPeople } from './people.views.js';
import { personInArea } from './transfer-area.js';

export const transferRoutes: readonly Route[] = [
  view(
    '/api/people',
    'identity.transferWork',
    async (tx, _values, { q = '', after = '' }) => {
      const from = peoplePlace(after);
      if (from === undefined) return reject('platform.invalidInput', { fields: 'after' });
      return loadPeople(tx, q.normalize('NFC').trim(), from);
    },
    { q: 'Part of the name', after: '`next` of the page before' },
  ),
  view('/api/people/:id/work', 'identity.transferWork', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadOpenWork(tx, id) : reject('platform.notFound');
  }),
  view(
    '/api/people/:id/empfaenger',
    'identity.transferWork',
    async (tx, values, query) => {
      const id = place(values, 'id');
      const person = isId(id) ? await personInArea(tx, id) : reject('platform.notFound');
      if (isRejection(person)) return person;
      const [typed, after] = [textOf(query['q']), textOf(query['after'])];
      return findColleagues(tx, { except: person.id, role: null, typed, after });
    },
    { q: 'Part of the name or of the unit', after: '`next` of the page before' },
  ),
];

/** A name that stands twice in an address says nothing. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
