import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { useSecondFactor, type SecondFactorProof } from './use-second-factor.js';

export interface SignedInBy {
  readonly personId: Id;
  /** Name of the directory that vouches for the person; absent for an account of our own. */
  readonly directory?: string | undefined;
  /** The second factor that the person shows, where one is needed. */
  readonly proof?: SecondFactorProof;
}

/**
 * Checks the second factor, where one is needed, and leaves the audit row of a successful sign-in. Wrong attempts are
 * counted by the rate limit, not recorded by name.
 */
export const recordSignIn = systemAct('identity.signIn', async (tx, { personId, directory, proof }: SignedInBy) => {
  const secondFactor = proof && (await useSecondFactor(tx, personId, proof));
  if (isRejection(secondFactor)) return secondFactor;
  tx.protokoll({
    objectKind: 'person',
    objectId: personId,
    payload: { ...(directory && { directory }), ...(secondFactor && { secondFactor }) },
  });
  return {};
});
