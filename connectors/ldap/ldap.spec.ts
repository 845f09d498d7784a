import { describeWithSlapd, LDAP_READER, openLdapServer, type LdapServer } from '../../test/support/ldap-server.js';
import { createLdap, normalGroup, type LdapSettings } from './ldap.js';

const SETTINGS: Omit<LdapSettings, 'url'> = {
  issuer: 'ldap haus',
  reader: LDAP_READER,
  base: 'ou=leute,dc=kreis,dc=example',
  loginAttribute: 'uid',
  subjectAttribute: 'entryUUID',
  nameAttribute: 'displayName',
  groupAttribute: 'memberOf',
};

describeWithSlapd('a sign-in by LDAP', () => {
  let server: LdapServer;
  beforeAll(async () => void (server = await openLdapServer()));
  afterAll(() => server.close());
  const ldap = (own: Partial<LdapSettings> = {}) =>
    createLdap({ ...SETTINGS, url: `ldap://127.0.0.1:${server.port}`, ...own });

  it.each([
    ['a wrong password', 'mira', 'falsch'],
    ['no password, which the server itself would take as a sign-in of nobody', 'mira', ''],
    ['no name', '', 'Mira-Kennwort'],
    ['an unknown name', 'niemand', 'Mira-Kennwort'],
    ['a name that two entries have', 'doppelt', 'Doppelt-Kennwort'],
    ['every name', '*', 'Mira-Kennwort'],
    ['the beginning of a name', 'mir*', 'Mira-Kennwort'],
    ['a filter', 'x)(uid=mira', 'Mira-Kennwort'],
    ['a filter that is always true', 'mira)(|(uid=*', 'Mira-Kennwort'],
    ['an escaped name', '\\6dira', 'Mira-Kennwort'],
    ['a name with a zero byte', 'mira\0', 'Mira-Kennwort'],
    ['10,000 characters', 'm'.repeat(10_000), 'Mira-Kennwort'],
  ])('refuses %s', async (_what, login, password) => {
    expect(await ldap().check(login, password)).toMatchObject({ kind: 'refused' });
  });

  it('refuses an entry without the attribute that names it for ever', async () => {
    expect(await ldap({ subjectAttribute: 'telephoneNumber' }).check('mira', 'Mira-Kennwort')).toMatchObject({
      kind: 'refused',
    });
  });

  it('is away, not refusing, where nobody listens or its own account is wrong', async () => {
    const reader = { ...LDAP_READER, password: 'falsch' };
    expect(await ldap({ reader }).check('mira', 'Mira-Kennwort')).toMatchObject({ kind: 'away' });
    expect([await ldap({ reader }).reach(), await ldap().reach()]).toEqual(['away', 'ok']);
    expect(await ldap({ reader: null, url: 'ldap://127.0.0.1:1' }).reach()).toBe('away');
    expect(await ldap({ url: 'ldap://127.0.0.1:1' }).check('mira', 'x')).toMatchObject({ kind: 'away' });
  });

  it('F70 says who somebody is, with groups as they compare', async () => {
    expect(await ldap().check('Mira', 'Mira-Kennwort')).toEqual({
      kind: 'attested',
      attestation: {
        issuer: 'ldap haus',
        subject: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        name: 'Mira Żuławska',
        groups: ['cn=akte liegenschaften,dc=kreis,dc=example'],
      },
    });
    expect(normalGroup(' CN=Akte Liegenschaften , DC=kreis,DC=example')).toBe(
      'cn=akte liegenschaften,dc=kreis,dc=example',
    );
  });
});

describeWithSlapd('a password on its way to another machine', () => {
  let server: LdapServer;
  beforeAll(async () => void (server = await openLdapServer('tls')));
  afterAll(() => server.close());

  it.each(['ldap', 'ldaps'])('does not leave without a certificate that can be trusted (%s)', async (protocol) => {
    // A spelling of loopback that does not count as such: what holds for every other machine holds for it.
    const url = `${protocol}://0x7f.1:${protocol === 'ldap' ? server.port : server.tlsPort}`;
    expect(await createLdap({ ...SETTINGS, url }).check('mira', 'Mira-Kennwort')).toEqual({
      kind: 'away',
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });
});
