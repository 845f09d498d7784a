import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { saveActive } from './switch.store.js';
import { personInArea } from './transfer-area.js';

const input = z.object({ personId: z.uuid(), reason });

/** Lets somebody sign in again, with the rights that the rules give today. The reverse of `switchOff`. */
export const switchOn = act('identity.switchOn', input, async (tx, { personId, reason }) => {
  const person = await personInArea(tx, personId);
  if (isRejection(person)) return person;
  if (person.active) return reject('identity.alreadyOn', { name: person.name });
  await saveActive(tx, personId, true);
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: {
      reason,
      text: {
        de: `Zugang von ${person.name} wieder eingeschaltet. Grund: ${reason}`,
        en: `Account of ${person.name} switched on again. Reason: ${reason}`,
      },
    },
  });
  tx.changed('access', personId);
  return { personId };
});
