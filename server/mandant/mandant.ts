import { reject, type Rejection } from '../contract/rejections.js';

/** A first administrator has a week to follow the link. */
export const INVITATION_MILLISECONDS = 7 * 86_400_000;

/** NIST SP 800-63B asks for 15 characters where the password stands alone; length is all that is asked. */
export const LEAST_PASSWORD = 15;
const LONGEST_PASSWORD = 200;

/** An invitation as the database holds it. */
export interface Invitation {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** What stands against using an invitation with this password; null: nothing. */
export function invitationObstacle(invitation: Invitation | null, password: string, now: Date): Rejection | null {
  if (!invitation || invitation.usedAt !== null || invitation.expiresAt <= now) {
    return reject('mandant.invitationInvalid');
  }
  const found = [...password].length;
  if (found >= LEAST_PASSWORD && found <= LONGEST_PASSWORD) return null;
  return reject('mandant.passwordTooShort', { least: LEAST_PASSWORD, found });
}

/** A Mandant as far as suspending it is concerned. */
export interface Suspendable {
  readonly suspendedAt: Date | null;
}

export function suspensionObstacle(mandant: Suspendable, wish: 'suspend' | 'resume'): Rejection | null {
  const suspended = mandant.suspendedAt !== null;
  if (wish === 'suspend') return suspended ? reject('mandant.suspendedAlready') : null;
  return suspended ? null : reject('mandant.notSuspended');
}
