import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { deleteSearch } from './search.store.js';

const input = z.object({ id: z.uuid() });

/** Removes an own search. One that a colleague shares is theirs to remove. */
export const removeSearch = act('search.removeSearch', input, async (tx, { id }) => {
  const person = personOf(tx);
  const name = await deleteSearch(tx, id, person.id);
  if (name === null) return reject('platform.notFound');
  tx.protokoll({ objectKind: 'person', objectId: person.id, payload: { suche: name } });
  return { id };
});
