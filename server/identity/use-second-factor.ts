import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { openKey } from '../signatur/keys/seal-key.js';
import { hashRecoveryCode, isRecoveryCode } from './recovery-codes.js';
import { lockFactor, saveStep, takeRecoveryCode } from './second-factor.store.js';
import { matchingStep } from './totp.js';

export interface SecondFactorProof {
  /** Six digits of the app, or a recovery code. */
  readonly code: string;
  /** Opens the sealed secrets. */
  readonly secret: Uint8Array;
  /** By the clock of the machine, which is that of the person's device: the clock of a demo may have been moved. */
  readonly now: Date;
}

/** Takes a code of the second factor, once. Called with the lock on the factor, so that two requests cannot share one. */
export async function useSecondFactor(
  tx: Transaction,
  personId: Id,
  { code, secret, now }: SecondFactorProof,
): Promise<'code' | 'recovery' | Rejection> {
  const factor = await lockFactor(tx, personId);
  if (!factor) return reject('identity.secondFactorMissing');
  if (isRecoveryCode(code)) {
    const taken = await takeRecoveryCode(tx, personId, hashRecoveryCode(code));
    return taken ? 'recovery' : reject('identity.codeWrong');
  }
  const key = openKey(secret, factor.sealedSecret);
  if (isRejection(key)) return key;
  const step = matchingStep(key, code.replace(/\s/g, ''), now, factor.lastStep);
  if (step === null) return reject('identity.codeWrong');
  await saveStep(tx, personId, step);
  return 'code';
}
