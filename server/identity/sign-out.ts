import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';

/** Leaves the audit row of a sign-out by the person; a session that only expires leaves none. */
export const recordSignOut = systemAct('identity.signOut', async (tx, { personId }: { personId: Id }) => {
  tx.protokoll({ objectKind: 'person', objectId: personId, payload: {} });
  return {};
});
