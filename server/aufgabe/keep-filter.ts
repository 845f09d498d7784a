import { z } from 'zod';
import { AUFGABEN_LISTS } from '../contract/aufgaben-views.js';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { lineOfText } from '../platform/typed-text.js';
import { filterSchema } from './aufgaben-question.js';
import { insertFilter } from './saved-filter.store.js';

const input = z.object({
  name: lineOfText(40),
  list: z.enum(AUFGABEN_LISTS),
  filter: filterSchema,
  shared: z.boolean(),
});

/** Keeps a filter of a list under a name, for the person alone or for the whole unit. Its reverse is `removeFilter`. */
export const keepFilter = act('aufgabe.keepFilter', input, async (tx, { name, list, filter, shared }) => {
  const person = personOf(tx);
  const kept = { id: newId(), personId: person.id, unitId: shared ? person.unitId : null, name, list, filter };
  if (!(await insertFilter(tx, kept))) return reject('aufgabe.filterNameTaken', { name });
  tx.protokoll({ objectKind: 'person', objectId: person.id, payload: { filter: name, shared } });
  return { id: kept.id };
});
