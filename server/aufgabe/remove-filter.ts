import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { deleteFilter } from './saved-filter.store.js';

const input = z.object({ id: z.uuid() });

/** Removes an own filter. One that a colleague shares is theirs to remove. */
export const removeFilter = act('aufgabe.removeFilter', input, async (tx, { id }) => {
  const person = personOf(tx);
  const name = await deleteFilter(tx, id, person.id);
  if (name === null) return reject('platform.notFound');
  tx.protokoll({ objectKind: 'person', objectId: person.id, payload: { filter: name } });
  return { id };
});
