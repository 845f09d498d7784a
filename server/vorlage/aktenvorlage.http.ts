import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { place, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { akteAbove } from './aktenvorlage.store.js';
import { loadAktenvorlage, loadAktenvorlagen } from './aktenvorlage.views.js';

const asked = z.object({
  q: z.string().max(200).default(''),
  after: z.string().max(200).nullable().default(null),
  kind: z.enum(['akte', 'vorgang']).nullable().default(null),
  einheit: z.uuid().nullable().default(null),
  akte: z.uuid().nullable().default(null),
});

export const aktenvorlageRoutes: readonly Route[] = [
  view(
    '/api/vorlagen/akten',
    'akte.read',
    async (tx, _values, query) => {
      const wanted = asked.safeParse(query);
      if (!wanted.success) return reject('platform.invalidInput', { fields: 'q, after, kind, einheit, akte' });
      const { q, after, kind, einheit, akte } = wanted.data;
      const above = akte === null ? null : await akteAbove(tx, akte);
      if (akte !== null && !above) return reject('platform.notFound');
      return loadAktenvorlagen(tx, { typed: q, after, kind, einheitId: above?.einheitId ?? einheit });
    },
    {
      q: 'part of the name',
      after: 'what the page before has said',
      kind: 'akte or vorgang',
      einheit: 'only those that are in use and meant for this position',
      akte: 'the same for the position of an Akte',
    },
  ),
  view('/api/vorlagen/akten/:id', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadAktenvorlage(tx, id) : reject('platform.notFound');
  }),
];
