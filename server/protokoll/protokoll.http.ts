import { isRejection, type Rejection } from '../contract/rejections.js';
import {
  download,
  place,
  view,
  type Download,
  type PathValues,
  type ReadAgain,
  type Route,
} from '../platform/http/routes.js';
import type { Transaction } from '../platform/transaction.js';
import { csvLines, jsonLines } from './akte-protokoll-files.js';
import { loadAkteProtokoll, loadFilters, pagesOfAkte, readFilter, requireAkte } from './akte-protokoll.views.js';
import { loadConsistency, loadOverview, produceCheckpoint, produceNachweis } from './proof.views.js';

const FILTER = {
  actor: 'Id of a person, or name of a part of the system',
  act: 'Name of an act',
  from: 'First day, in Berlin',
  to: 'Last day, in Berlin',
  before: 'Number of a row: those before it',
} as const;

export const protokollRoutes: readonly Route[] = [
  view('/api/protokoll', 'protokoll.read', (tx, _values, query) => loadOverview(tx, query), {
    before: 'Size of a checkpoint: those before it',
  }),
  view('/api/protokoll/consistency', 'protokoll.read', (tx, _values, query) => loadConsistency(tx, query), {
    first: 'Size of the older checkpoint',
    second: 'Size of the younger one',
  }),
  download('/api/protokoll/checkpoints/:size', 'protokoll.read', (tx, values) => produceCheckpoint(tx, values)),
  view(
    '/api/akten/:id/protokoll',
    'protokoll.read',
    async (tx, values, query) => {
      const akte = await requireAkte(tx, place(values, 'id'));
      if (isRejection(akte)) return akte;
      const filter = readFilter(query);
      return isRejection(filter) ? filter : loadAkteProtokoll(tx, akte, filter);
    },
    FILTER,
  ),
  view('/api/akten/:id/protokoll/filters', 'protokoll.read', async (tx, values) => {
    const akte = await requireAkte(tx, place(values, 'id'));
    return isRejection(akte) ? akte : loadFilters(tx, akte.id);
  }),
  download(
    '/api/akten/:id/protokoll.csv',
    'protokoll.read',
    (tx, values, query, readAgain) => produceFile(tx, { values, query, readAgain }, 'csv'),
    FILTER,
  ),
  download(
    '/api/akten/:id/protokoll.json',
    'protokoll.read',
    (tx, values, query, readAgain) => produceFile(tx, { values, query, readAgain }, 'json'),
    FILTER,
  ),
  download('/api/akten/:id/nachweis', 'protokoll.read', async (tx, values, _query, readAgain) => {
    const akte = await requireAkte(tx, place(values, 'id'));
    return isRejection(akte) ? akte : produceNachweis(tx, akte, readAgain);
  }),
];

interface Asked {
  readonly values: PathValues;
  readonly query: PathValues;
  readonly readAgain: ReadAgain;
}

/** The rows that the page would show under the same filter, all of them, as a file. */
async function produceFile(
  tx: Transaction,
  { values, query, readAgain }: Asked,
  format: 'csv' | 'json',
): Promise<Download | Rejection> {
  const akte = await requireAkte(tx, place(values, 'id'));
  if (isRejection(akte)) return akte;
  const filter = readFilter(query);
  if (isRejection(filter)) return filter;
  const rows = pagesOfAkte(
    (before) => readAgain((again) => loadAkteProtokoll(again, akte, { ...filter, before })),
    filter.before,
  );
  return {
    name: `Protokoll ${akte.aktenzeichen}.${format}`,
    mime: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    pieces: format === 'csv' ? csvLines(rows) : jsonLines(rows),
  };
}
