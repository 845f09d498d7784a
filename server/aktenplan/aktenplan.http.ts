import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import { isId } from '../platform/ids.js';
import { place, upload, view, type PathValues, type Route } from '../platform/http/routes.js';
import type { Transaction } from '../platform/transaction.js';
import { exportCsv, exportXdomea } from './export.views.js';
import { loadHits } from './hits.views.js';
import { findImport } from './import.store.js';
import { prepareImport, previewOf } from './import/prepare-import.js';
import { loadBelow, loadBelowOn, loadEinheit } from './plan.views.js';
import { receiveImport } from './receive-import.js';

export const aktenplanRoutes = (runner: ActRunner): readonly Route[] => [
  view('/api/aktenplan/einheiten', 'akte.read', async (tx, _values, query) => {
    const asked = dayOf(tx, query);
    if (isRejection(asked)) return asked;
    const parent = query['parent'] ?? '';
    if (parent !== '' && !isId(parent)) return reject('platform.notFound');
    const [parentId, after] = [parent === '' ? null : parent, textOf(query, 'after')];
    if (isRejection(after)) return after;
    return asked === tx.clock.today() ? loadBelow(tx, parentId, after, asked) : loadBelowOn(tx, parentId, after, asked);
  }),
  view('/api/aktenplan/einheiten/:id', 'akte.read', async (tx, values, query) => {
    const [id, asked] = [place(values, 'id'), dayOf(tx, query)];
    if (isRejection(asked)) return asked;
    return isId(id) ? loadEinheit(tx, id, asked, tx.clock.today()) : reject('platform.notFound');
  }),
  view('/api/aktenplan/treffer', 'akte.read', async (tx, _values, query) => {
    const typed = textOf(query, 'q');
    return isRejection(typed) ? typed : loadHits(tx, typed, tx.clock.today());
  }),
  view('/api/aktenplan/ausgabe', 'akte.read', async (tx, _values, query) => {
    const [asked, format] = [dayOf(tx, query), z.enum(['csv', 'xdomea']).default('csv').safeParse(query['format'])];
    if (isRejection(asked)) return asked;
    if (!format.success) return reject('platform.invalidInput', { fields: 'format' });
    return format.data === 'csv' ? exportCsv(tx, asked) : exportXdomea(tx, asked, tx.clock.now());
  }),
  upload('/api/aktenplan/eingaben', 'aktenplan.manage', (context, file) => receiveImport(runner, context, file)),
  view('/api/aktenplan/eingaben/:id', 'aktenplan.manage', async (tx, values, query) => {
    const [id, asked] = [place(values, 'id'), dayOf(tx, query)];
    if (isRejection(asked)) return asked;
    const file = isId(id) ? await findImport(tx, id) : null;
    return file ? previewOf(file, await prepareImport(tx, file.content, asked)) : reject('platform.notFound');
  }),
];

const day = z.iso.date().refine((value) => /^(?:19|20|21)/.test(value));
const LONGEST = 200;

/** The day that a reader asks about, today where none is named. */
function dayOf(tx: Transaction, query: PathValues): Day | Rejection {
  const asked = day.optional().safeParse(query['day']);
  return asked.success ? (asked.data ?? tx.clock.today()) : reject('platform.invalidInput', { fields: 'day' });
}

/** A text of the query: a name that comes twice arrives as a list, and what is longer than any name is none. */
function textOf(query: PathValues, name: string): string | Rejection {
  const value: unknown = query[name] ?? '';
  return typeof value === 'string' && value.length <= LONGEST
    ? value
    : reject('platform.invalidInput', { fields: name });
}
