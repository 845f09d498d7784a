import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { file, place, view, type PathValues, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import { loadChoice, loadHashes, packageFile } from './akteneinsicht.views.js';

export const akteneinsichtRoutes: readonly Route[] = [
  view('/api/vorgaenge/:id/akteneinsicht', 'dokument.write', (tx, values) =>
    withId(values, (id) => loadChoice(tx, { kind: 'vorgang', id }, tx.clock.today())),
  ),
  view('/api/akten/:id/akteneinsicht', 'dokument.write', (tx, values) =>
    withId(values, (id) => loadChoice(tx, { kind: 'akte', id }, tx.clock.today())),
  ),
  file('/api/akteneinsichten/:id/datei', 'dokument.write', (tx, values) =>
    withId(values, (id) => packageFile(tx, id, tx.clock.today())),
  ),
  view('/api/akteneinsichten/:id/pruefsummen', 'dokument.write', (tx, values) =>
    withId(values, (id) => loadHashes(tx, id, tx.clock.today())),
  ),
];

async function withId<Value>(values: PathValues, work: (id: Id) => Promise<Value | Rejection>) {
  const id = place(values, 'id');
  return isId(id) ? work(id) : reject('platform.notFound');
}
