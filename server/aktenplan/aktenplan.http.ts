import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { isId } from '../platform/ids.js';
import { place, view, type PathValues, type Route } from '../platform/http/routes.js';
import type { Transaction } from '../platform/transaction.js';
import { loadHits } from './hits.views.js';
import { loadBelow, loadBelowOn, loadEinheit } from './plan.views.js';

export const aktenplanRoutes: readonly Route[] = [
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
