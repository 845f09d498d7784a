import { ROLE_PERMISSIONS, type Permission } from '../contract/permissions.js';
import type { Actor } from './transaction.js';

/** Whether this actor has the permission: the system always, another system within what its token allows. */
export function permits(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  const { roles, scopes } = actor;
  return (scopes?.includes(permission) ?? true) && roles.some((role) => ROLE_PERMISSIONS[role].includes(permission));
}
