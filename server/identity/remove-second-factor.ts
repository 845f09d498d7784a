import { isRejection, reject } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { deleteFactor } from './second-factor.store.js';
import { useSecondFactor, type SecondFactorProof } from './use-second-factor.js';

export interface Removal extends SecondFactorProof {
  readonly personId: Id;
  /** Whether the roles of the person need one. */
  readonly rule: 'required' | 'free';
}

/** A person gives their second factor up; whoever only has their open page cannot. */
export const removeSecondFactor = systemAct('identity.removeSecondFactor', async (tx, removal: Removal) => {
  const { personId, rule } = removal;
  if (rule === 'required') return reject('identity.secondFactorRequired');
  const used = await useSecondFactor(tx, personId, removal);
  if (isRejection(used)) return used;
  await deleteFactor(tx, personId);
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: { text: { de: 'Zweiter Faktor entfernt', en: 'Second factor removed' } },
  });
  return {};
});
