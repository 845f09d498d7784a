import { grants, type Permission } from '../contract/permissions.js';
import type { Actor } from './transaction.js';

/** Whether this actor has the permission; the system has every one. */
export function permits(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'system' || grants(actor, permission);
}
