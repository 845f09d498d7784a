import { invitationObstacle, LEAST_PASSWORD, suspensionObstacle } from './mandant.js';

const now = new Date('2026-11-24T09:00:00Z');
const later = new Date(now.getTime() + 1);
const good = 'x'.repeat(LEAST_PASSWORD);

describe('an invitation', () => {
  it.each([
    ['unknown', null],
    ['used', { expiresAt: later, usedAt: now }],
    ['expired', { expiresAt: now, usedAt: null }],
  ])('is refused when it is %s', (_what, invitation) => {
    expect(invitationObstacle(invitation, good, now)).toMatchObject({ code: 'mandant.invitationInvalid' });
  });

  it('is refused with a password that is too short or endless, counted in characters', () => {
    const fresh = { expiresAt: later, usedAt: null };
    expect(invitationObstacle(fresh, '😀'.repeat(14), now)).toMatchObject({
      message: { de: 'Erwartet: ein Kennwort mit 15 bis 200 Zeichen. Gefunden: 14.' },
    });
    expect(invitationObstacle(fresh, 'x'.repeat(201), now)).toMatchObject({ code: 'mandant.passwordTooShort' });
    expect(invitationObstacle(fresh, good, now)).toBeNull();
  });
});

describe('suspending a Mandant', () => {
  it('is refused twice, and so is resuming one that works', () => {
    expect(suspensionObstacle({ suspendedAt: now }, 'suspend')).toMatchObject({ code: 'mandant.suspendedAlready' });
    expect(suspensionObstacle({ suspendedAt: null }, 'resume')).toMatchObject({ code: 'mandant.notSuspended' });
    expect(suspensionObstacle({ suspendedAt: null }, 'suspend')).toBeNull();
    expect(suspensionObstacle({ suspendedAt: now }, 'resume')).toBeNull();
  });
});
