import { isRejection, reject } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { openKey, sealKey } from '../signatur/keys/seal-key.js';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import { insertFactor, lockFactor, saveRecoveryCodes } from './second-factor.store.js';
import { matchingStep } from './totp.js';

export interface Enrolment {
  readonly personId: Id;
  /** What the person's app was given; sealed, as it lay in the session. */
  readonly sealedSecret: Uint8Array;
  /** Shows that the app has it. */
  readonly code: string;
  readonly secret: Uint8Array;
  readonly now: Date;
}

/** Puts a second factor into force, once its first code is right. Answers the recovery codes: they are never shown again. */
export const confirmSecondFactor = systemAct('identity.confirmSecondFactor', async (tx, enrolment: Enrolment) => {
  const { personId, sealedSecret, code, secret, now } = enrolment;
  if (await lockFactor(tx, personId)) return reject('identity.secondFactorThere');
  const key = openKey(secret, sealedSecret);
  if (isRejection(key)) return key;
  const step = matchingStep(key, code.replace(/\s/g, ''), now, 0);
  if (step === null) return reject('identity.codeWrong');
  const factor = { personId, sealedSecret: sealKey(secret, key), since: tx.clock.now(), lastStep: step };
  await insertFactor(tx, tx.mandantId, factor);
  const recoveryCodes = newRecoveryCodes();
  await saveRecoveryCodes(tx, tx.mandantId, personId, recoveryCodes.map(hashRecoveryCode));
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: { text: { de: 'Zweiter Faktor eingerichtet', en: 'Second factor set up' } },
  });
  return { recoveryCodes };
});
