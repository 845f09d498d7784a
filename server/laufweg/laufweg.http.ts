import { reject } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { laufwegeOfVorgang } from './laufweg.views.js';
import { stationPeople } from './station-people.views.js';

export const laufwegRoutes: readonly Route[] = [
  view('/api/vorgaenge/:id/laufwege', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    if (!isId(id)) return reject('platform.notFound');
    await tx.requireRight('read', 'vorgang', id);
    return { laufwege: await laufwegeOfVorgang(tx, id) };
  }),
  view(
    '/api/vorgaenge/:id/laufweg/personen',
    'akte.edit',
    async (tx, values, query) => {
      const id = place(values, 'id');
      if (!isId(id)) return reject('platform.notFound');
      await tx.requireRight('work', 'vorgang', id);
      const dokumente = (query['dokumente'] ?? '').split(',').filter(isId).slice(0, 50);
      return { personen: await stationPeople(tx, id, query['q'] ?? '', dokumente) };
    },
    { q: 'beginning of a name or of a word in it', dokumente: 'ids of the Dokumente that go round, with commas' },
  ),
];
