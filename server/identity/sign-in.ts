import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';

/** Leaves the audit row of a successful sign-in. Wrong attempts are counted by the rate limit, not recorded by name. */
export const recordSignIn = systemAct('identity.signIn', async (tx, { personId }: { personId: Id }) => {
  tx.protokoll({ objectKind: 'person', objectId: personId, payload: {} });
  return {};
});
