import { createLdap } from '../../connectors/ldap/ldap.js';
import { describeWithSlapd, LDAP_READER, openLdapServer, type LdapServer } from '../../test/support/ldap-server.js';
import { openDoor, type Door } from '../platform/http/door.testing.js';
import type { LdapDirectory } from './directory.js';

describeWithSlapd('the sign-in by LDAP', () => {
  let server: LdapServer;
  let door: Door;
  beforeAll(async () => {
    server = await openLdapServer();
    const directories = [directoryAt('haus', server.port), directoryAt('weg', 1)];
    door = await openDoor({
      signIn: { houses: [{ behoerdenschluessel: '99010', secondFactor: ['kasse'], directories }] },
    });
  });
  afterAll(async () => {
    await door.close();
    await server.close();
  });

  function directoryAt(id: string, port: number): LdapDirectory {
    const [loginAttribute, subjectAttribute] = ['uid', 'entryUUID'];
    const attributes = { loginAttribute, subjectAttribute, nameAttribute: 'displayName', groupAttribute: 'memberOf' };
    const settings = { ...attributes, url: `ldap://127.0.0.1:${port}`, reader: LDAP_READER, base: server.base };
    return {
      ...{ id, name: 'Windows-Konto', issuer: `ldap ${id}`, people: 'create', kind: 'ldap' },
      groups: [{ group: 'cn=akte liegenschaften,dc=kreis,dc=example', unit: '20.21', roles: ['kasse'] }],
      connector: createLdap({ ...settings, issuer: `ldap ${id}` }),
    };
  }

  async function signIn(login: string, password: string, directory = 'haus'): Promise<unknown> {
    const response = await fetch(`${door.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password, directory }),
    });
    return response.json();
  }

  it.each([
    ['a wrong password', 'mira', 'falsch'],
    ['an unknown name', 'niemand', 'Mira-Kennwort'],
    ['no password', 'mira', ''],
    ['a filter', 'x)(uid=mira', 'Mira-Kennwort'],
    ['an account of our own', 'kim.okafor', 'laufmappe-demo'],
  ])('refuses %s, with one and the same sentence', async (_what, login, password) => {
    expect(await signIn(login, password)).toMatchObject({ code: 'identity.wrongCredentials' });
  });

  it('refuses whoever is in no group of the table, and a directory that there is not', async () => {
    expect(await signIn('ohne', 'Ohne-Kennwort')).toMatchObject({ code: 'identity.noPlace' });
    expect(await signIn('mira', 'Mira-Kennwort', 'nirgends')).toMatchObject({ code: 'identity.directoryUnknown' });
  });

  it('says that a directory is away, while accounts of our own still sign in', async () => {
    expect(await signIn('mira', 'Mira-Kennwort', 'weg')).toMatchObject({ code: 'identity.directoryAway' });
    expect((await door.signIn('kim.okafor')).session.person.name).toBe('Kim Okafor');
  });

  it('F70 makes the person at the first sign-in, and asks for the second factor that the role needs', async () => {
    expect(await signIn(' mira ', 'Mira-Kennwort')).toEqual({ secondFactor: 'enrol' });
    expect(await signIn('Mira', 'Mira-Kennwort')).toEqual({ secondFactor: 'enrol' });
    const people = await door.bench.database.transaction(door.bench.mandantId, (queries) =>
      queries.query(`SELECT p.name, u.code, p.password_hash FROM person p JOIN account_link l ON l.person_id = p.id
        JOIN unit u ON u.id = p.unit_id`),
    );
    expect(people).toEqual([{ name: 'Mira Żuławska', code: '20.21', password_hash: '' }]);
  });
});
