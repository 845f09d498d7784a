import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { parseQuery } from './query/parse-query.js';
import { insertSearch } from './search.store.js';

const input = z.object({
  name: z.string().trim().min(1).max(80),
  query: z.string().trim().min(1),
  shared: z.boolean(),
});

/** Keeps a search under a name, for the person alone or for the whole unit. */
export const keepSearch = act('search.keepSearch', input, async (tx, { name, query, shared }) => {
  const person = personOf(tx);
  const parsed = parseQuery(query);
  if (isRejection(parsed)) return parsed;
  const search = { id: newId(), personId: person.id, unitId: shared ? person.unitId : null, name, query };
  if (!(await insertSearch(tx, search))) return reject('search.nameTaken', { name });
  tx.protokoll({ objectKind: 'person', objectId: person.id, payload: { suche: name, shared } });
  return { id: search.id };
});
