import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import { saveRecoveryCodes } from './second-factor.store.js';
import { useSecondFactor, type SecondFactorProof } from './use-second-factor.js';

/** Makes new recovery codes; those from before are worth nothing from now on. */
export const renewRecoveryCodes = systemAct(
  'identity.renewRecoveryCodes',
  async (tx, proof: SecondFactorProof & { readonly personId: Id }) => {
    const used = await useSecondFactor(tx, proof.personId, proof);
    if (isRejection(used)) return used;
    const recoveryCodes = newRecoveryCodes();
    await saveRecoveryCodes(tx, tx.mandantId, proof.personId, recoveryCodes.map(hashRecoveryCode));
    tx.protokoll({
      objectKind: 'person',
      objectId: proof.personId,
      payload: { text: { de: 'Wiederherstellungscodes erneuert', en: 'Recovery codes renewed' } },
    });
    return { recoveryCodes };
  },
);
