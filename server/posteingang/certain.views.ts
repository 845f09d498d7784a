import type { Examination } from '../contract/examination.js';
import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { certainOf, type CertainPlace } from './certain.js';
import { proposeFiling } from './proposals.js';
import { loadSureStocks } from './stock.store.js';

export interface CertainEingang {
  readonly eingangId: Id;
  readonly place: CertainPlace;
  readonly reasons: readonly Sentence[];
}

// What lies with the person to file, or is offered to them. Of the rest at most as many as the desk shows.
const CANDIDATES = `SELECT e.id, e.examination FROM eingang e
  WHERE e.state = 'geprueft' AND (e.forwarded IS NULL OR lies_with_viewer(e.receiver_unit_id, e.receiver_id, e.accepted_by))
    AND (e.examination ->> 'confidence' = 'sicher' OR jsonb_array_length(e.examination -> 'aktenzeichen') > 0)
  ORDER BY e.received_at, e.id LIMIT 1000`;

/** Every Eingang before the person whose first proposal is certain, oldest first. */
export async function loadCertain(queries: Queries): Promise<CertainEingang[]> {
  const rows = await queries.query<{ id: Id; examination: Examination }>(CANDIDATES);
  if (rows.length === 0) return [];
  const stocks = await loadSureStocks(
    queries,
    rows.map(({ examination }) => examination),
  );
  return rows.flatMap(({ id, examination }, index) => {
    const stock = stocks[index];
    // Certain proposals come before all others, so that nothing else of the stock can change the first one.
    const certain = stock && certainOf(proposeFiling(examination, stock));
    return certain ? [{ eingangId: id, place: certain.place, reasons: certain.reasons }] : [];
  });
}
