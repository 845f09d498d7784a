import { reject } from '../contract/rejections.js';
import { reading, view, type Route } from '../platform/http/routes.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import type { Database } from '../platform/postgres/database.js';
import { levelOf, type Installation } from './open-installation.js';

/**
 * What the administration of a Mandant sees of the installation. Lines of the log name ids of every Mandant: where there are
 * several, whoever runs the installation reads it on the page of the shared administration, and nobody else.
 */
export function installationRoutes(installation: Installation, database: Database): Route[] {
  return [
    reading(
      '/api/zustand',
      'health.read',
      () => Promise.resolve({}),
      () => installation.view(),
    ),
    view(
      '/api/zustand/log',
      'health.read',
      async (_tx, _values, query) => {
        if ((await listMandanten(database)).length > 1) return reject('mandant.logOfOperator');
        return installation.log(levelOf(query['level']), query['q'] ?? '');
      },
      { level: 'info, warn or error: lines of this level and worse', q: 'Words in the line' },
    ),
  ];
}
