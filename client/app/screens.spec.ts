import { ROLE_PERMISSIONS, type Role } from '../../server/contract/permissions.js';
import { startScreen } from './screens.js';

const person = (...roles: Role[]) => ({ roles, permissions: roles.flatMap((role) => ROLE_PERMISSIONS[role]) });

describe('startScreen', () => {
  it('is none for a person without permissions', () => {
    expect(startScreen({ roles: ['poststelle'], permissions: [] })).toBeUndefined();
  });

  it('is the desk of those who have one', () => {
    expect([person('poststelle'), person('archiv'), person('administration')].map(startScreen)).toEqual([
      'posteingang',
      'aussonderung',
      'modeler',
    ]);
  });

  it('is the inbox for everyone else', () => {
    for (const role of ['sachbearbeitung', 'leitung', 'kasse', 'registratur'] as const) {
      expect(startScreen(person(role))).toBe('aufgaben');
    }
  });
});
