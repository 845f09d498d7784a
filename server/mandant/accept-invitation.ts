import type { Id } from '../contract/views.js';
import { hashPassword } from '../identity/password.js';
import { systemAct } from '../platform/act.js';
import { invitationObstacle } from './mandant.js';
import { lockInvitation, useInvitation } from './mandant.store.js';

export interface AcceptInvitationInput {
  readonly invitationId: Id;
  readonly password: string;
}

/** The invited person sets a password, once. From then on they sign in like everybody. */
export const acceptInvitation = systemAct(
  'mandant.acceptInvitation',
  async (tx, { invitationId, password }: AcceptInvitationInput) => {
    const invitation = await lockInvitation(tx, invitationId);
    const obstacle = invitationObstacle(invitation, password, tx.clock.now());
    if (obstacle || !invitation) return obstacle ?? {};
    await useInvitation(tx, invitation, await hashPassword(password), tx.clock.now());
    tx.protokoll({ objectKind: 'person', objectId: invitation.personId, payload: {} });
    return {};
  },
);
