import { z } from 'zod';
import { isEinheit } from '../aktenplan/aktenplan.queries.js';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { definition, key, kind } from './input.js';
import { MOST_FIELDS, namesOf, refuseDefinition, type Zusatzfeld } from './zusatzfeld.js';
import { countInUse, fieldOfKey, insertZusatzfeld } from './zusatzfeld.store.js';

const input = z.object({ ...definition, kind, key });

/** Gives a type of record one more field. It stands at the end of the form and is empty everywhere. */
export const defineZusatzfeld = act('zusatzfeld.defineZusatzfeld', input, async (tx, said) => {
  const refused = refuseDefinition(said.kind, said);
  if (refused) return refused;
  if (said.einheitId !== null && !(await isEinheit(tx, said.einheitId))) return reject('platform.notFound');
  const other = await fieldOfKey(tx, said.kind, said.key);
  if (other) return reject('zusatzfeld.keyTaken', { key: said.key, ...namesOf(other) });
  if ((await countInUse(tx, said.kind)) >= MOST_FIELDS) return reject('zusatzfeld.tooMany', { most: MOST_FIELDS });
  const field: Zusatzfeld = { ...said, id: newId(), state: 'offen', version: 1 };
  if (!(await insertZusatzfeld(tx, field))) return reject('platform.stale');
  tx.protokoll({
    objectKind: 'zusatzfeld',
    objectId: field.id,
    payload: {
      ...said,
      text: { de: `Zusatzfeld „${said.label.de}“ angelegt`, en: `Extra field “${said.label.en}” added` },
    },
  });
  return { id: field.id, version: field.version };
});
