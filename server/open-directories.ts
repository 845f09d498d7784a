import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { createLdap, isLoopback, normalGroup } from '../connectors/ldap/ldap.js';
import { createOpenid } from '../connectors/openid/openid.js';
import { ROLE_PERMISSIONS, type Role } from './contract/permissions.js';
import type { Directory, HouseRules, SignInRules } from './identity/directory.js';
import { StartupProblem } from './platform/startup-problem.js';

const roles = Object.keys(ROLE_PERMISSIONS) as [Role, ...Role[]];
const variable = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'the name of an environment variable');
const text = z.string().trim().min(1).max(500);

const common = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** As it stands on the sign-in page. */
  name: text.max(60),
  /** `link`: only whoever has connected an account here before; `create`: whoever is in a group of the table. */
  people: z.enum(['create', 'link']).default('link'),
  groups: z.array(
    z.strictObject({ group: text, unit: text.nullable().default(null), roles: z.array(z.enum(roles)).min(1) }),
  ),
};
const openidEntry = z.strictObject({
  ...common,
  kind: z.literal('openid'),
  issuer: z.url(),
  clientId: text,
  clientSecret: variable,
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)).default(['profile']),
  groupsClaim: text.default('groups'),
});
const attribute = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
const ldapEntry = z.strictObject({
  ...common,
  kind: z.literal('ldap'),
  url: z.url({ protocol: /^ldaps?$/ }),
  reader: z.strictObject({ dn: text, password: variable }).nullable().default(null),
  base: text,
  loginAttribute: attribute.default('uid'),
  subjectAttribute: attribute.default('entryUUID'),
  nameAttribute: attribute.default('displayName'),
  groupAttribute: attribute.default('memberOf'),
});
const file = z.record(
  z.string().regex(/^\d{1,20}$/, 'the Behördenschlüssel of a Mandant'),
  z.strictObject({
    secondFactor: z.union([z.literal('everyone'), z.array(z.enum(roles))]).default([]),
    directories: z.array(z.discriminatedUnion('kind', [openidEntry, ldapEntry])).default([]),
  }),
);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Opens the directories of each Mandant; without a file there are only accounts of our own.
 * @throws StartupProblem naming the file and what in it is wrong; never a secret
 */
export async function openDirectories(path: string | null, environment: Environment): Promise<SignInRules> {
  if (path === null) return { houses: [] };
  try {
    return readDirectories(await readFile(path, 'utf8'), environment);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof DirectoryProblem) && code === undefined) throw error;
    throw new StartupProblem('configurationInvalid', {
      variable: 'LAUFMAPPE_SIGN_IN',
      value: path,
      expectedDe: `eine lesbare Liste von Verzeichnissen (${message})`,
      expectedEn: `a readable list of directories (${message})`,
    });
  }
}

/** What is wrong with the file; names the entry and never a secret. */
export class DirectoryProblem extends Error {}

export function readDirectories(json: string, environment: Environment): SignInRules {
  const parsed = file.safeParse(jsonOf(json));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DirectoryProblem(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const houses = Object.entries(parsed.data).map(
    ([behoerdenschluessel, { secondFactor, directories }]): HouseRules => ({
      behoerdenschluessel,
      secondFactor,
      directories: directories.map((entry) => directoryOf(entry, environment)),
    }),
  );
  const ids = houses.flatMap(({ directories }) => directories.map(({ id }) => id));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new DirectoryProblem(`${twice}: two directories with one id`);
  return { houses };
}

type Entry = z.infer<typeof openidEntry> | z.infer<typeof ldapEntry>;

function directoryOf(entry: Entry, environment: Environment): Directory {
  const { id, name, people, groups } = entry;
  const secret = (from: string) => secretOf(id, from, environment);
  const url = new URL(entry.kind === 'openid' ? entry.issuer : entry.url);
  if (url.username !== '' || url.password !== '') throw new DirectoryProblem(`${id}: an address without a password`);
  if (entry.kind === 'ldap') {
    const reader = entry.reader && { dn: entry.reader.dn, password: secret(entry.reader.password) };
    const table = groups.map((row) => ({ ...row, group: normalGroup(row.group) }));
    // Not its address: a server that moves keeps its people.
    const issuer = `ldap ${id}`;
    const connector = createLdap({ ...entry, reader, issuer });
    return { ...{ id, name, people, issuer }, groups: table, kind: 'ldap', connector };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new DirectoryProblem(`${id}: https is needed, or http on 127.0.0.1`);
  }
  const connector = createOpenid({ ...entry, clientSecret: secret(entry.clientSecret) });
  return { ...{ id, name, people, groups, issuer: entry.issuer }, kind: 'openid', connector };
}

function secretOf(id: string, from: string, environment: Environment): string {
  const value = environment[from]?.trim();
  if (!value) throw new DirectoryProblem(`${id}: the environment variable ${from} is not set`);
  return value;
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new DirectoryProblem('the file is no JSON');
  }
}
