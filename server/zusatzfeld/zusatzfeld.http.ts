import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import type { ZusatzKind } from '../contract/zusatzfeld-views.js';
import { isId } from '../platform/ids.js';
import { place, question, view, type Route } from '../platform/http/routes.js';
import type { Transaction } from '../platform/transaction.js';
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
  view('/api/akten/:id/zusatzfelder', 'akte.read', (tx, values) => ofRecord(tx, 'akte', place(values, 'id'))),
  view('/api/vorgaenge/:id/zusatzfelder', 'akte.read', (tx, values) => ofRecord(tx, 'vorgang', place(values, 'id'))),
  view('/api/dokumente/:id/zusatzfelder', 'akte.read', (tx, values) => ofRecord(tx, 'dokument', place(values, 'id'))),
];

async function ofRecord(tx: Transaction, kind: ZusatzKind, id: string) {
  return isId(id) ? loadZusatz(tx, kind, id) : reject('platform.notFound');
}
