import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import type { ZusatzKind } from '../contract/zusatzfeld-views.js';
import { isId } from '../platform/ids.js';
import { place, question, view, type Route } from '../platform/http/routes.js';
import { extent } from './input.js';
import { loadZusatz, loadZusatzfelder, previewChange } from './zusatzfeld.views.js';

export const zusatzfeldRoutes: readonly Route[] = [
  view('/api/zusatzfelder', 'zusatzfeld.manage', (tx) => loadZusatzfelder(tx)),
  question(
    '/api/zusatzfelder/vorschau',
    'zusatzfeld.manage',
    z.object({ ...extent, zusatzfeldId: z.uuid() }),
    (tx, { zusatzfeldId, ...after }) => previewChange(tx, zusatzfeldId, after),
  ),
  ofRecord('/api/akten/:id/zusatzfelder', 'akte'),
  ofRecord('/api/vorgaenge/:id/zusatzfelder', 'vorgang'),
  ofRecord('/api/dokumente/:id/zusatzfelder', 'dokument'),
];

function ofRecord(path: string, kind: ZusatzKind): Route {
  return view(path, 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    return isId(id) ? loadZusatz(tx, kind, id) : reject('platform.notFound');
  });
}
