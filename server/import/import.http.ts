import { reject } from '../contract/rejections.js';
import { download, place, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { exportAkte } from './export-akte.js';

export function importRoutes(objects: Pick<ObjectStore, 'get'>): readonly Route[] {
  return [
    download('/api/akten/:id/zip', 'akte.read', async (tx, values) => {
      const id = place(values, 'id');
      return isId(id) ? exportAkte(tx, objects, id) : reject('platform.notFound');
    }),
  ];
}
