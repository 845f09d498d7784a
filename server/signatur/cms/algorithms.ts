import { isContext, isSequence, readObjectIdentifier, readSmallInteger } from '../der/asn1-values.js';
import type { Asn1 } from '../der/read-asn1.js';
import { integer, nullValue, objectIdentifier, sequence, tagged } from '../der/write-der.js';

export type DigestName = 'sha256' | 'sha384' | 'sha512' | 'sha3-256' | 'sha3-384' | 'sha3-512';

/**
 * How a signature is made. The table is closed: what is not here is refused, never guessed (deny by default). Whether
 * an algorithm is still strong enough at a date is another question, answered by dated data (ETSI TS 119 312).
 */
export type SignatureScheme =
  | { readonly kind: 'rsa-pkcs1'; readonly digest: DigestName }
  | {
      readonly kind: 'rsa-pss';
      readonly digest: DigestName;
      /** SHA-1 inside the mask function is not attackable and still produced by smart cards. */
      readonly maskDigest: DigestName | 'sha1';
      readonly saltLength: number;
    }
  /** `plain` is r || s of fixed length (BSI TR-03111), `der` the usual SEQUENCE. */
  | { readonly kind: 'ecdsa'; readonly digest: DigestName; readonly encoding: 'der' | 'plain' }
  | { readonly kind: 'ed25519'; readonly digest: 'sha512' };

const DIGESTS: Readonly<Record<DigestName, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  'sha3-256': '2.16.840.1.101.3.4.2.8',
  'sha3-384': '2.16.840.1.101.3.4.2.9',
  'sha3-512': '2.16.840.1.101.3.4.2.10',
};
const SHA1 = '1.3.14.3.2.26';
const RSA = '1.2.840.113549.1.1.1';
export const RSA_PSS = '1.2.840.113549.1.1.10';
const MASK_FUNCTION_1 = '1.2.840.113549.1.1.8';
const ED25519 = '1.3.101.112';

type FixedScheme = Exclude<SignatureScheme, { kind: 'rsa-pss' }>;

const FIXED: readonly (readonly [string, FixedScheme])[] = [
  ['1.2.840.113549.1.1.11', { kind: 'rsa-pkcs1', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { kind: 'rsa-pkcs1', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { kind: 'rsa-pkcs1', digest: 'sha512' }],
  ['2.16.840.1.101.3.4.3.14', { kind: 'rsa-pkcs1', digest: 'sha3-256' }],
  ['2.16.840.1.101.3.4.3.15', { kind: 'rsa-pkcs1', digest: 'sha3-384' }],
  ['2.16.840.1.101.3.4.3.16', { kind: 'rsa-pkcs1', digest: 'sha3-512' }],
  ['1.2.840.10045.4.3.2', { kind: 'ecdsa', digest: 'sha256', encoding: 'der' }],
  ['1.2.840.10045.4.3.3', { kind: 'ecdsa', digest: 'sha384', encoding: 'der' }],
  ['1.2.840.10045.4.3.4', { kind: 'ecdsa', digest: 'sha512', encoding: 'der' }],
  ['2.16.840.1.101.3.4.3.10', { kind: 'ecdsa', digest: 'sha3-256', encoding: 'der' }],
  ['2.16.840.1.101.3.4.3.11', { kind: 'ecdsa', digest: 'sha3-384', encoding: 'der' }],
  ['2.16.840.1.101.3.4.3.12', { kind: 'ecdsa', digest: 'sha3-512', encoding: 'der' }],
  ['0.4.0.127.0.7.1.1.4.1.3', { kind: 'ecdsa', digest: 'sha256', encoding: 'plain' }],
  ['0.4.0.127.0.7.1.1.4.1.4', { kind: 'ecdsa', digest: 'sha384', encoding: 'plain' }],
  ['0.4.0.127.0.7.1.1.4.1.5', { kind: 'ecdsa', digest: 'sha512', encoding: 'plain' }],
  // RFC 8419, 3.1: with signed attributes the message digest is SHA-512.
  [ED25519, { kind: 'ed25519', digest: 'sha512' }],
];

/** The digest that an AlgorithmIdentifier names, or null when it is not in the table. */
export function readDigest(identifier: Asn1 | undefined): DigestName | null {
  return digestOf(readObjectIdentifier(identifier?.children[0]));
}

/**
 * The scheme that a SignerInfo states.
 * @param signature its signatureAlgorithm @param digest its digestAlgorithm, already read
 * @returns null where the table does not hold it or the two disagree (algorithm confusion, design section 4).
 */
export function readScheme(signature: Asn1 | undefined, digest: DigestName): SignatureScheme | null {
  const oid = readObjectIdentifier(signature?.children[0]);
  // RFC 3370, 3.2: plain rsaEncryption takes its digest from digestAlgorithm.
  if (oid === RSA) return { kind: 'rsa-pkcs1', digest };
  const scheme = oid === RSA_PSS ? readPss(signature?.children[1]) : FIXED.find(([known]) => known === oid)?.[1];
  return scheme?.digest === digest ? scheme : null;
}

/** The parameters of id-RSASSA-PSS. A missing digest means SHA-1 (RFC 4055), which is not in the table. */
export function readPss(parameters: Asn1 | undefined): Extract<SignatureScheme, { kind: 'rsa-pss' }> | null {
  if (!isSequence(parameters)) return null;
  const part = (tag: number) => parameters.children.find((child) => isContext(child, tag))?.children[0];
  const digest = readDigest(part(0));
  const mask = part(1);
  const maskOid = mask === undefined ? SHA1 : readObjectIdentifier(mask.children[1]?.children[0]);
  const maskDigest = maskOid === SHA1 ? 'sha1' : digestOf(maskOid);
  const saltLength = part(2) === undefined ? 20 : readSmallInteger(part(2));
  const trailer = part(3) === undefined ? 1 : readSmallInteger(part(3));
  if (mask !== undefined && readObjectIdentifier(mask.children[0]) !== MASK_FUNCTION_1) return null;
  if (digest === null || maskDigest === null || saltLength === null || saltLength > 512 || trailer !== 1) return null;
  return { kind: 'rsa-pss', digest, maskDigest, saltLength };
}

/** AlgorithmIdentifier of a digest. No parameters: RFC 5754, 2. */
export function digestIdentifier(digest: DigestName): Uint8Array {
  return sequence(objectIdentifier(DIGESTS[digest]));
}

/** AlgorithmIdentifier of a signature scheme, as it stands in SignerInfo and in certificates. */
export function schemeIdentifier(scheme: SignatureScheme): Uint8Array {
  if (scheme.kind === 'rsa-pss') return sequence(objectIdentifier(RSA_PSS), pssParameters(scheme));
  const oid = FIXED.find(([, known]) => isSameScheme(known, scheme))?.[0];
  if (oid === undefined) throw new Error(`no identifier for ${scheme.kind} with ${scheme.digest}`);
  // RFC 4055, 5: RSA carries NULL; RFC 5758, 3.2: ECDSA carries nothing.
  return scheme.kind === 'rsa-pkcs1' ? sequence(objectIdentifier(oid), nullValue()) : sequence(objectIdentifier(oid));
}

export function pssParameters(scheme: Extract<SignatureScheme, { kind: 'rsa-pss' }>): Uint8Array {
  const hash = (name: DigestName | 'sha1') =>
    sequence(objectIdentifier(name === 'sha1' ? SHA1 : DIGESTS[name]), nullValue());
  return sequence(
    tagged(0, hash(scheme.digest)),
    tagged(1, sequence(objectIdentifier(MASK_FUNCTION_1), hash(scheme.maskDigest))),
    tagged(2, integer(scheme.saltLength)),
  );
}

function digestOf(oid: string | null): DigestName | null {
  const found = Object.entries(DIGESTS).find(([, known]) => known === oid);
  return found === undefined ? null : (found[0] as DigestName);
}

function isSameScheme(known: FixedScheme, wanted: FixedScheme): boolean {
  const encoding = (scheme: FixedScheme) => (scheme.kind === 'ecdsa' ? scheme.encoding : null);
  return known.kind === wanted.kind && known.digest === wanted.digest && encoding(known) === encoding(wanted);
}
