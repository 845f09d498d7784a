import type { OpenidProvider, PasswordDirectory } from '../../connectors/api/directory-port.js';
import type { Role } from '../contract/permissions.js';

/** What a group of a directory is worth here. The order of the table counts. */
export interface GroupRow {
  readonly group: string;
  /** Code of the unit that its members belong to; null: the roles count in whatever unit another group names. */
  readonly unit: string | null;
  readonly roles: readonly Role[];
}

interface DirectoryRules {
  /** Lower case, unique in the installation; a part of addresses. */
  readonly id: string;
  readonly name: string;
  /** Who says who somebody is; a part of the links of accounts. */
  readonly issuer: string;
  readonly people: 'create' | 'link';
  readonly groups: readonly GroupRow[];
}

export type OpenidDirectory = DirectoryRules & { readonly kind: 'openid'; readonly connector: OpenidProvider };
export type LdapDirectory = DirectoryRules & { readonly kind: 'ldap'; readonly connector: PasswordDirectory };
/** Something outside that says who somebody is. */
export type Directory = OpenidDirectory | LdapDirectory;

/** How people of one Mandant sign in. */
export interface HouseRules {
  readonly behoerdenschluessel: string;
  /** Who needs a second factor besides the password. */
  readonly secondFactor: 'everyone' | readonly Role[];
  readonly directories: readonly Directory[];
}

export interface SignInRules {
  readonly houses: readonly HouseRules[];
}

export interface Place {
  /** Code of the unit. */
  readonly unit: string;
  readonly roles: readonly Role[];
}

/**
 * Where somebody in these groups belongs, and what they may do; null where the table gives nothing. A group that is not in
 * it gives nothing. The first row with a unit decides the unit, and roles of other units do not count: nobody who is in two
 * units there may do here in one what was given to them in the other.
 */
export function placeOf(groups: readonly string[], table: readonly GroupRow[]): Place | null {
  const own = table.filter(({ group }) => groups.includes(group));
  const unit = own.find((row) => row.unit !== null)?.unit ?? null;
  const roles = own.filter((row) => row.unit === null || row.unit === unit).flatMap((row) => row.roles);
  return unit === null || roles.length === 0 ? null : { unit, roles: [...new Set(roles)].sort() };
}

/** Whether people with these roles need a second factor. */
export function needsSecondFactor(rule: HouseRules['secondFactor'], roles: readonly Role[]): boolean {
  return rule === 'everyone' || roles.some((role) => rule.includes(role));
}
