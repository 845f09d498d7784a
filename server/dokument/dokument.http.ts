import { reject } from '../contract/rejections.js';
import { file, place, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { versionFile } from './dokument.queries.js';

export const dokumentRoutes: readonly Route[] = [
  file('/api/dokumente/:id/versionen/:nummer', 'akte.read', async (tx, values) => {
    const [id, nummer] = [place(values, 'id'), Number(place(values, 'nummer'))];
    const known = isId(id) && Number.isSafeInteger(nummer) && nummer < 2 ** 31;
    return (known && (await versionFile(tx, id, nummer))) || reject('platform.notFound');
  }),
];
