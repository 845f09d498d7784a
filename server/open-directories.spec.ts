import { readFileSync } from 'node:fs';
import { DirectoryProblem, openDirectories, readDirectories } from './open-directories.js';
import { StartupProblem } from './platform/startup-problem.js';

const EXAMPLE = readFileSync('server/identity/sign-in.example.json', 'utf8');
const ENVIRONMENT = { KREIS_CLIENT_SECRET: 'geheim-1', HAUS_LDAP_PASSWORD: 'geheim-2' };

type Entry = Record<string, unknown>;
/** The example with its first (OpenID Connect) or second (LDAP) directory changed. */
function changed(index: 0 | 1, own: Entry): string {
  const file = JSON.parse(EXAMPLE) as Record<string, { directories: Entry[] }>;
  Object.assign(file['99010']?.directories[index] ?? {}, own);
  return JSON.stringify(file);
}

describe('readDirectories', () => {
  it.each([
    ['no JSON', '{'],
    ['a Mandant that is no Behördenschlüssel', JSON.stringify({ Musterkreis: {} })],
    ['a role that there is not', changed(0, { groups: [{ group: 'a', unit: '1', roles: ['koenig'] }] })],
    ['a group without roles', changed(0, { groups: [{ group: 'a', unit: '1', roles: [] }] })],
    ['no table of groups', changed(0, { groups: undefined })],
    ['an unknown word', changed(0, { people: 'all' })],
    ['a setting that is misspelled', changed(0, { issuers: 'x' })],
    ['http to another machine', changed(0, { issuer: 'http://sso.musterkreis.example' })],
    ['a password in an address', changed(1, { url: 'ldaps://user:geheim@dc.musterkreis.example' })],
    ['LDAP over http', changed(1, { url: 'http://dc.musterkreis.example' })],
    ['two directories with one name', changed(1, { id: 'kreis' })],
    ['an attribute that would change a filter', changed(1, { loginAttribute: 'uid=*)(x' })],
    ['a secret in the file', changed(0, { clientSecret: 'geheim-3' })],
  ])('refuses %s', (_what, json) => {
    expect(() => readDirectories(json, ENVIRONMENT)).toThrow(DirectoryProblem);
    expect(() => readDirectories(json, ENVIRONMENT)).not.toThrow(/geheim/);
  });

  it('refuses a secret that is not set, by the name of its variable', () => {
    expect(() => readDirectories(EXAMPLE, {})).toThrow('KREIS_CLIENT_SECRET is not set');
  });

  it('reads the example that the README names; groups of LDAP as they compare', () => {
    const { houses } = readDirectories(EXAMPLE, ENVIRONMENT);
    expect(houses).toMatchObject([
      {
        behoerdenschluessel: '99010',
        secondFactor: ['administration', 'leitung'],
        directories: [
          { id: 'kreis', kind: 'openid', issuer: 'https://sso.musterkreis.example/realms/kreis', people: 'create' },
          { id: 'haus', kind: 'ldap', issuer: 'ldap haus', groups: [{ unit: '20.21', roles: ['kasse'] }] },
        ],
      },
    ]);
    expect(houses[0]?.directories[1]?.groups[0]?.group).toBe('cn=akte kasse,ou=gruppen,dc=musterkreis,dc=example');
  });
});

describe('openDirectories', () => {
  it('keeps the server from starting where the file is missing, and names the variable', async () => {
    await expect(openDirectories('/nirgends/anmeldung.json', {})).rejects.toThrow(StartupProblem);
  });

  it('gives none without a file', async () => {
    expect(await openDirectories(null, {})).toEqual({ houses: [] });
  });
});
