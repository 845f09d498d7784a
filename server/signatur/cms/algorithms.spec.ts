import { readAsn1 } from '../der/read-asn1.js';
import { objectIdentifier, sequence } from '../der/write-der.js';
import { digestIdentifier, readDigest, readScheme, schemeIdentifier, type SignatureScheme } from './algorithms.js';

const read = (der: Uint8Array) => readAsn1(der) ?? undefined;

const SCHEMES: readonly SignatureScheme[] = [
  { kind: 'rsa-pkcs1', digest: 'sha256' },
  { kind: 'rsa-pkcs1', digest: 'sha3-512' },
  { kind: 'rsa-pss', digest: 'sha384', maskDigest: 'sha1', saltLength: 20 },
  { kind: 'ecdsa', digest: 'sha512', encoding: 'der' },
  { kind: 'ecdsa', digest: 'sha384', encoding: 'plain' },
  { kind: 'ed25519', digest: 'sha512' },
];

describe('the table of algorithms', () => {
  it('refuses MD5, SHA-1, SHA-224 and what it does not know', () => {
    const oids = ['1.2.840.113549.2.5', '1.3.14.3.2.26', '2.16.840.1.101.3.4.2.4', '1.2.3'];
    expect(oids.map((oid) => readDigest(read(sequence(objectIdentifier(oid)))))).toEqual([null, null, null, null]);
    expect(readDigest(undefined)).toBeNull();
    expect(readScheme(read(sequence(objectIdentifier('1.2.840.113549.1.1.5'))), 'sha256')).toBeNull();
  });

  it('refuses a signature algorithm that names another digest than the digest algorithm', () => {
    const wrong = SCHEMES.map((scheme) => readScheme(read(schemeIdentifier(scheme)), 'sha3-256'));
    expect(wrong).toEqual(SCHEMES.map(() => null));
  });

  it('refuses PSS without parameters, because they would mean SHA-1', () => {
    const oid = objectIdentifier('1.2.840.113549.1.1.10');
    expect(readScheme(read(sequence(oid)), 'sha256')).toBeNull();
    expect(readScheme(read(sequence(oid, sequence())), 'sha256')).toBeNull();
  });

  it('reads every scheme that it writes', () => {
    expect(SCHEMES.map((scheme) => readScheme(read(schemeIdentifier(scheme)), scheme.digest))).toEqual(SCHEMES);
    expect(readDigest(read(digestIdentifier('sha3-384')))).toBe('sha3-384');
  });

  it('takes the digest from digestAlgorithm where the key algorithm stands alone', () => {
    const plain = sequence(objectIdentifier('1.2.840.113549.1.1.1'));
    expect(readScheme(read(plain), 'sha512')).toEqual({ kind: 'rsa-pkcs1', digest: 'sha512' });
  });
});
