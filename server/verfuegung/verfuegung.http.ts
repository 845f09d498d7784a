import { reject } from '../contract/rejections.js';
import { isId } from '../platform/ids.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { verfuegungenOfVorgang } from './verfuegung.views.js';

export const verfuegungRoutes: readonly Route[] = [
  view('/api/vorgaenge/:id/verfuegungen', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    if (!isId(id)) return reject('platform.notFound');
    await tx.requireRight('read', 'vorgang', id);
    return { verfuegungen: await verfuegungenOfVorgang(tx, id) };
  }),
];
