import { randomBytes, X509Certificate } from 'node:crypto';
import { isRejection } from '../contract/rejections.js';
import { createDemoAuthority, issuePersonKey, openSigner, type SoftKey } from './soft-key.js';

const FROM = new Date('2026-01-01T00:00:00Z');
const TO = new Date('2029-01-01T00:00:00Z');
const secret = randomBytes(32);
const holder = (name: string) => ({ name, organisation: 'Musterkreis', notBefore: FROM, notAfter: TO });

describe('soft keys', () => {
  let authority: SoftKey;
  let person: SoftKey;

  beforeAll(async () => {
    authority = await createDemoAuthority(secret, holder('Musterkreis Demo-CA für Prüfung'));
    const issued = await issuePersonKey(secret, authority, holder('Änne Groß'));
    if (isRejection(issued)) throw new Error(issued.code);
    person = issued;
  });

  it('are not issued when the authority does not open', async () => {
    const issued = await issuePersonKey(randomBytes(32), authority, holder('Änne Groß'));
    expect(isRejection(issued) && issued.code).toBe('signatur.keySealed');
  });

  it('do not open with the certificate of someone else', () => {
    const mixed = openSigner(secret, { ...person, sealedKey: authority.sealedKey });
    expect(isRejection(mixed) && mixed.code).toBe('signatur.keyMismatch');
  });

  it('have RSA keys of 3,072 bits, the names with their umlauts and the given validity', () => {
    const certificate = new X509Certificate(person.certificate);
    expect(certificate.subject).toBe('C=DE\nO=Musterkreis\nCN=Änne Groß');
    expect(certificate.issuer).toBe('C=DE\nO=Musterkreis\nCN=Musterkreis Demo-CA für Prüfung');
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
    expect([new Date(certificate.validFrom), new Date(certificate.validTo)]).toEqual([FROM, TO]);
  });

  it('are certified by the authority, which alone may certify', () => {
    const [root, own] = [authority, person].map(({ certificate }) => new X509Certificate(certificate));
    expect(root?.ca).toBe(true);
    expect(own?.ca).toBe(false);
    expect(root !== undefined && own?.checkIssued(root)).toBe(true);
    expect(root !== undefined && own?.verify(root.publicKey)).toBe(true);
    expect(person.chain).toEqual([authority.certificate]);
  });

  it('sign after they were stored', async () => {
    const signer = openSigner(secret, structuredClone(person));
    if (isRejection(signer)) throw new Error(signer.code);
    expect(signer.scheme).toEqual({ kind: 'rsa-pkcs1', digest: 'sha256' });
    expect((await signer.sign(Buffer.from('Bescheid'))).length).toBe(384);
  });
});
