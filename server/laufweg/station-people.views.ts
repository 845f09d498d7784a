import type { StationArt, StationPerson } from '../contract/laufweg-views.js';
import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { searchColleagues } from '../identity/colleague-search.queries.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { whyNever } from './four-eyes.js';
import { dokumenteFor } from './mappe.queries.js';
import { candidatesIn } from './people.js';

const ARTEN: readonly StationArt[] = ['mitzeichnung', 'kenntnisnahme', 'schlusszeichnung'];
// Their rights are computed one by one; nobody reads a longer list below a field.
const SHOWN = 20;

/** Whom a station could ask, by the beginning of a word of the name; each with the reasons why it could not be done by them. */
export async function stationPeople(
  tx: Transaction,
  vorgangId: Id,
  typed: string,
  dokumentIds: readonly Id[],
): Promise<StationPerson[]> {
  const colleagues = await searchColleagues(tx, typed, SHOWN);
  const mappe = await dokumenteFor(tx, vorgangId, dokumentIds);
  const authors = mappe.flatMap((row) => row.authors);
  const concerned = { initiatorId: personOf(tx).id, authors, cosigners: [] };
  const candidates = await candidatesIn(tx, vorgangId)(colleagues);
  return colleagues.flatMap(({ id, name, unit, roles }, index) => {
    const candidate = candidates[index];
    if (!candidate) return [];
    const never: Partial<Record<StationArt, Sentence>> = {};
    for (const art of ARTEN) {
      const why = whyNever(candidate, art, concerned);
      if (why) never[art] = why;
    }
    return [{ id, name, unit, roles: [...roles], never }];
  });
}
