import { ROLE_PERMISSIONS, type Permission } from '../../server/contract/permissions.js';
import { PEOPLE, type DemoPerson } from '../../server/demo/people.js';

/** Login of a demo person who has the permission. */
export function personWith(permission: Permission): string {
  return found(
    PEOPLE.find((person) => may(person, permission)),
    permission,
  ).login;
}

/** Login of a demo person who lacks it. */
export function personWithout(permission: Permission): string {
  return found(
    PEOPLE.find((person) => !may(person, permission)),
    permission,
  ).login;
}

function may({ roles }: DemoPerson, permission: Permission): boolean {
  return roles.some((role) => ROLE_PERMISSIONS[role].includes(permission));
}

function found(person: DemoPerson | undefined, permission: Permission): DemoPerson {
  if (!person) throw new Error(`the demo has nobody for a test of ${permission}`);
  return person;
}
