import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { removeNotifications } from '../notification/remove-notifications.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { personOf } from '../platform/transaction.js';
import { saveActive } from './switch.store.js';
import { personInArea } from './transfer-area.js';

const input = z.object({ personId: z.uuid(), reason });

/** Switches an account off: nobody signs in with it, and what is signed in ends with its next request. */
export const switchOff = act('identity.switchOff', input, async (tx, { personId, reason }) => {
  const person = await personInArea(tx, personId);
  if (isRejection(person)) return person;
  if (personId === personOf(tx).id) return reject('identity.ownAccount');
  if (!person.active) return reject('identity.alreadyOff', { name: person.name });
  await saveActive(tx, personId, false);
  await removeNotifications(tx, personId);
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: {
      reason,
      text: {
        de: `Zugang von ${person.name} abgeschaltet. Grund: ${reason}`,
        en: `Account of ${person.name} switched off. Reason: ${reason}`,
      },
    },
  });
  tx.changed('access', personId);
  return { personId };
});
