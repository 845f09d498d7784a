import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const SLAPD = '/usr/sbin/slapd';
const SCHEMAS = '/etc/ldap/schema';
const MODULES = '/usr/lib/ldap';

export const LDAP_READER = { dn: 'cn=leser,dc=kreis,dc=example', password: 'Leser-Kennwort' };

export interface LdapServer {
  readonly port: number;
  /** Of `ldaps`; only with `tls`. */
  readonly tlsPort: number;
  readonly base: string;
  close(): Promise<void>;
}

/**
 * A describe block that needs OpenLDAP. Without it the block is reported as skipped, by name; in CI a missing server is a
 * failure, because a skip there would hide that no one answered.
 */
export function describeWithSlapd(name: string, tests: () => void): void {
  if (existsSync(SLAPD)) return describe(name, tests);
  if (process.env['CI'] !== 'true') return describe.skip(`${name} (slapd is not installed)`, tests);
  describe(name, () => {
    it('finds slapd', () => {
      throw new Error('slapd is not installed; in CI these tests may not be skipped');
    });
  });
}

/** A real OpenLDAP on loopback with three people, one of them twice, and a group. With `tls` it offers StartTLS. */
export async function openLdapServer(tls: 'plain' | 'tls' = 'plain'): Promise<LdapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-ldap-'));
  await mkdir(join(folder, 'db'));
  if (tls === 'tls') makeCertificate(folder);
  await writeFile(join(folder, 'slapd.conf'), configuration(folder, tls));
  const [port, tlsPort] = [await freePort(), await freePort()];
  const places = [`ldap://127.0.0.1:${port}`, ...(tls === 'tls' ? [`ldaps://127.0.0.1:${tlsPort}`] : [])];
  const child = spawn(SLAPD, ['-f', join(folder, 'slapd.conf'), '-h', places.join(' '), '-d', '0'], {
    stdio: 'ignore',
  });
  await fill(port, child);
  return {
    port,
    tlsPort,
    base: 'ou=leute,dc=kreis,dc=example',
    close: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

function configuration(folder: string, tls: 'plain' | 'tls'): string {
  const schemas = ['core', 'cosine', 'inetorgperson'].map((name) => `include ${SCHEMAS}/${name}.schema`);
  return [
    ...schemas,
    `modulepath ${MODULES}`,
    'moduleload back_mdb',
    'moduleload memberof',
    `pidfile ${folder}/pid`,
    ...(tls === 'tls' ? [`TLSCertificateFile ${folder}/cert.pem`, `TLSCertificateKeyFile ${folder}/key.pem`] : []),
    // The default of OpenLDAP, spelled out: it takes a bind without password as one of nobody only where this is set.
    'allow bind_anon_dn',
    'allow bind_anon_cred',
    'database mdb',
    'suffix "dc=kreis,dc=example"',
    'rootdn "cn=admin,dc=kreis,dc=example"',
    'rootpw admin',
    `directory ${folder}/db`,
    'access to attrs=userPassword by anonymous auth by * none',
    `access to * by dn.exact="${LDAP_READER.dn}" read by anonymous auth by * none`,
    'overlay memberof',
    '',
  ].join('\n');
}

const ENTRIES = `
dn: dc=kreis,dc=example
objectClass: dcObject
objectClass: organization
o: Musterkreis

dn: ${LDAP_READER.dn}
objectClass: organizationalRole
objectClass: simpleSecurityObject
userPassword: ${LDAP_READER.password}

dn: ou=leute,dc=kreis,dc=example
objectClass: organizationalUnit

dn: uid=mira,ou=leute,dc=kreis,dc=example
objectClass: inetOrgPerson
sn: Zulawska
cn: Mira
displayName:: ${Buffer.from('Mira Żuławska').toString('base64')}
userPassword: Mira-Kennwort

dn: uid=ohne,ou=leute,dc=kreis,dc=example
objectClass: inetOrgPerson
sn: Ohne
cn: Ohne
displayName: Ohne Gruppe
userPassword: Ohne-Kennwort

dn: ou=zwei,ou=leute,dc=kreis,dc=example
objectClass: organizationalUnit

dn: uid=doppelt,ou=leute,dc=kreis,dc=example
objectClass: inetOrgPerson
sn: Doppelt
cn: Doppelt
userPassword: Doppelt-Kennwort

dn: uid=doppelt,ou=zwei,ou=leute,dc=kreis,dc=example
objectClass: inetOrgPerson
sn: Doppelt
cn: Doppelt
userPassword: Doppelt-Kennwort

dn: cn=Akte Liegenschaften,dc=kreis,dc=example
objectClass: groupOfNames
member: uid=mira,ou=leute,dc=kreis,dc=example
`;

/** By `ldapadd` and not before the start: `slapadd` leaves memberOf empty. */
async function fill(port: number, child: ChildProcess): Promise<void> {
  const parameters = ['-x', '-H', `ldap://127.0.0.1:${port}`, '-D', 'cn=admin,dc=kreis,dc=example', '-w', 'admin'];
  for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt++) {
    const { status } = spawnSync('ldapadd', parameters, { input: ENTRIES });
    if (status === 0) return;
    await delay(25);
  }
  throw new Error('slapd did not start');
}

/** A certificate of nobody: whoever checks it refuses it. */
function makeCertificate(folder: string): void {
  const names = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=fremd', ...names]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
