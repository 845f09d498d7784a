import { reject } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { file, place, view, type Route } from '../platform/http/routes.js';
import { loadAktenplan, loadVorgang } from './akte.views.js';
import { versionFile } from './akte.queries.js';

export const akteRoutes: readonly Route[] = [
  view('/api/akten/plan', 'akte.read', (tx) => loadAktenplan(tx)),
  view('/api/vorgaenge/:id', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadVorgang(tx, id) : reject('platform.notFound');
  }),
  file('/api/dokumente/:id/versionen/:nummer', 'akte.read', async (tx, values) => {
    const [id, nummer] = [place(values, 'id'), Number(place(values, 'nummer'))];
    const known = isId(id) && Number.isSafeInteger(nummer) && nummer < 2 ** 31;
    return (known && (await versionFile(tx, id, nummer))) || reject('platform.notFound');
  }),
];
