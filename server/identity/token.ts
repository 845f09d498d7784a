import { createHash } from 'node:crypto';
import { NEVER_FOR_SYSTEMS, ROLE_PERMISSIONS, type Permission, type Role } from '../contract/permissions.js';

/** `lm_` makes a token that lies somewhere recognisable to those who search for such; then come 256 random bits. */
export const TOKEN = /^lm_[A-Za-z0-9_-]{43}$/;

/** A year: a forgotten token ends by itself, and one that is in use is renewed once a year. */
export const LONGEST_DAYS = 366;

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Scopes that these roles do not give, or that no system gets. */
export function scopesOutOfReach(scopes: readonly Permission[], roles: readonly Role[]): Permission[] {
  const given = new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
  return scopes.filter((scope) => !given.has(scope) || NEVER_FOR_SYSTEMS.includes(scope));
}
