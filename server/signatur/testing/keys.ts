import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { buildCertificate, distinguishedName } from '../keys/build-certificate.js';
import { keySigner } from '../keys/key-signer.js';
import type { Signer } from '../ports.js';

export type KeyKind = 'RSA-3072' | 'RSA-PSS-3072' | 'P-256' | 'P-384' | 'brainpoolP256r1' | 'brainpoolP384r1';

export interface TestAuthority {
  readonly certificate: Uint8Array;
  readonly name: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly privateKey: KeyObject;
}

// Far around every day on which a test may run; judges use the clock of the machine.
export const NOT_BEFORE = new Date('2020-01-01T00:00:00Z');
export const NOT_AFTER = new Date('2049-12-31T00:00:00Z');

/** A root with an umlaut, a sharp s and a euro sign in its name (SIG-3), unless another name is given. */
export async function testAuthority(
  name = distinguishedName('DE', 'Prüfstelle Straße €', 'Prüf-CA Ä ö ß €'),
): Promise<TestAuthority> {
  const { publicKey, privateKey } = newKeyPair('P-256');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const certificate = await buildCertificate({
    use: 'authority',
    subject: name,
    publicKey: spki,
    issuer: name,
    issuerPublicKey: spki,
    issuerKey: privateKey,
    notBefore: NOT_BEFORE,
    notAfter: NOT_AFTER,
  });
  return { certificate, name, publicKey: spki, privateKey };
}

export interface TestPerson {
  readonly kind?: KeyKind;
  readonly name?: string;
  /** DER of the subject, in place of `name`. */
  readonly subject?: Uint8Array;
  readonly serial?: Uint8Array;
  readonly notAfter?: Date;
}

/** A signer of any key kind under a test authority. */
export async function testSigner(authority: TestAuthority, person: TestPerson = {}): Promise<Signer> {
  const { privateKey, certificate } = await testCertificate(authority, person);
  return keySigner(privateKey, certificate, [authority.certificate]);
}

export async function testCertificate(
  authority: TestAuthority,
  person: TestPerson = {},
): Promise<{ privateKey: KeyObject; certificate: Uint8Array }> {
  const { publicKey, privateKey } = newKeyPair(person.kind ?? 'P-256');
  const certificate = await buildCertificate({
    use: 'signature',
    subject: person.subject ?? distinguishedName('DE', 'Musterkreis', person.name ?? 'Jürgen Groß'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    issuer: authority.name,
    issuerPublicKey: authority.publicKey,
    issuerKey: authority.privateKey,
    notBefore: NOT_BEFORE,
    notAfter: person.notAfter ?? NOT_AFTER,
    ...(person.serial === undefined ? {} : { serial: person.serial }),
  });
  return { privateKey, certificate };
}

export function newKeyPair(kind: KeyKind): { publicKey: KeyObject; privateKey: KeyObject } {
  switch (kind) {
    case 'RSA-3072':
      return generateKeyPairSync('rsa', { modulusLength: 3072 });
    case 'RSA-PSS-3072':
      return generateKeyPairSync('rsa-pss', { modulusLength: 3072 });
    default:
      return generateKeyPairSync('ec', { namedCurve: kind });
  }
}
