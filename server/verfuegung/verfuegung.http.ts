import { reject } from '../contract/rejections.js';
import { findColleagues } from '../identity/find-colleagues.js';
import { isId } from '../platform/ids.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { personOf } from '../platform/transaction.js';
import { verfuegungenOfVorgang } from './verfuegung.views.js';

export const verfuegungRoutes: readonly Route[] = [
  view('/api/vorgaenge/:id/verfuegungen', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    if (!isId(id)) return reject('platform.notFound');
    await tx.requireRight('read', 'vorgang', id);
    return { verfuegungen: await verfuegungenOfVorgang(tx, id) };
  }),
  view(
    '/api/verfuegung/personen',
    'akte.edit',
    (tx, _values, query) =>
      findColleagues(tx, {
        ...{ except: personOf(tx).id, role: null },
        ...{ typed: textOf(query['q']), after: textOf(query['after']) },
      }),
    { q: 'Beginning of a part of the name', after: '`next` of the page before' },
  ),
];

/** A name that stands twice in an address says nothing. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
