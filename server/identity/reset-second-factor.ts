import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { loadPerson } from './identity.queries.js';
import { deleteFactor, lockFactor } from './second-factor.store.js';

const input = z.object({ personId: z.uuid(), reason });

/**
 * The administration takes the second factor of somebody who has lost device and recovery codes. Never one's own: whoever
 * finds an open page of the administration could make do with the password from then on.
 */
export const resetSecondFactor = act('identity.resetSecondFactor', input, async (tx, { personId, reason: why }) => {
  if (personId === personOf(tx).id) return reject('identity.ownSecondFactor');
  if (!(await loadPerson(tx, personId))) return reject('platform.notFound');
  if (!(await lockFactor(tx, personId))) return reject('identity.secondFactorMissing');
  await deleteFactor(tx, personId);
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: {
      reason: why,
      text: { de: `Zweiter Faktor zurückgesetzt: ${why}`, en: `Second factor reset: ${why}` },
    },
  });
  return { personId };
});
