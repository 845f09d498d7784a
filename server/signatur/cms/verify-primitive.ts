import { createPublicKey, verify, constants, type KeyObject } from 'node:crypto';
import { isSequence, isUniversal, readObjectIdentifier } from '../der/asn1-values.js';
import { readAsn1 } from '../der/read-asn1.js';
import { bitString, objectIdentifier, sequence } from '../der/write-der.js';
import { RSA_PSS, pssParameters, readPss, type SignatureScheme } from './algorithms.js';

export type PrimitiveResult =
  | 'valid'
  | 'invalid'
  /** The key is of another kind, damaged, of an unknown curve, or of a length that proves nothing. */
  | 'keyUnsuitable';

type PssScheme = Extract<SignatureScheme, { kind: 'rsa-pss' }>;

/** BSI TR-03116-4 and TR-02102-1: curves by name only, so that no file brings its own parameters. */
const CURVES = new Set([
  'prime256v1',
  'secp384r1',
  'secp521r1',
  'brainpoolP256r1',
  'brainpoolP384r1',
  'brainpoolP512r1',
]);

/**
 * The one place where a signature value is verified, always by node:crypto. No difference to the expected results of
 * the 1,758 Wycheproof vectors in the shared corpora.
 * @param spki the public key as SubjectPublicKeyInfo, DER @param data the bytes that were signed, not their hash
 */
export function verifyPrimitive(
  scheme: SignatureScheme,
  spki: Uint8Array,
  data: Uint8Array,
  signature: Uint8Array,
): PrimitiveResult {
  const key = suitableKey(scheme, spki);
  if (key === null) return 'keyUnsuitable';
  try {
    return verifyWith(key, scheme, data, signature) ? 'valid' : 'invalid';
  } catch {
    // OpenSSL throws instead of answering for signatures it cannot even read (r = 0, salt longer than the key).
    return 'invalid';
  }
}

/** Whether a public key can belong to a scheme at all. */
export function isKeySuitable(scheme: SignatureScheme, spki: Uint8Array): boolean {
  return suitableKey(scheme, spki) !== null;
}

function verifyWith(key: KeyObject, scheme: SignatureScheme, data: Uint8Array, signature: Uint8Array): boolean {
  switch (scheme.kind) {
    case 'rsa-pkcs1':
      return verify(scheme.digest, data, key, signature);
    case 'rsa-pss':
      return verify(
        scheme.digest,
        data,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength },
        signature,
      );
    case 'ecdsa':
      return verify(
        scheme.digest,
        data,
        { key, dsaEncoding: scheme.encoding === 'plain' ? 'ieee-p1363' : 'der' },
        signature,
      );
    case 'ed25519':
      return verify(null, data, key, signature);
  }
}

function suitableKey(scheme: SignatureScheme, spki: Uint8Array): KeyObject | null {
  if (scheme.kind === 'ecdsa' && !hasNamedCurve(spki)) return null;
  const bytes = scheme.kind === 'rsa-pss' ? pssKey(scheme, spki) : spki;
  if (bytes === null) return null;
  try {
    const key = createPublicKey({ key: Buffer.from(bytes), format: 'der', type: 'spki' });
    return isSuitable(key, scheme) ? key : null;
  } catch {
    return null;
  }
}

function isSuitable(key: KeyObject, scheme: SignatureScheme): boolean {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  switch (scheme.kind) {
    case 'rsa-pkcs1':
      return key.asymmetricKeyType === 'rsa' && isRsaLength(modulusLength);
    case 'rsa-pss':
      return key.asymmetricKeyType === 'rsa-pss' && isRsaLength(modulusLength);
    case 'ecdsa':
      return key.asymmetricKeyType === 'ec' && CURVES.has(namedCurve);
    case 'ed25519':
      return key.asymmetricKeyType === 'ed25519';
  }
}

/** A curve by its identifier: written out in numbers it may look like a known one (CVE-2020-0601). */
function hasNamedCurve(spki: Uint8Array): boolean {
  return readObjectIdentifier(readAsn1(spki)?.children[0]?.children[1]) !== null;
}

/** Below 2,048 bits a signature proves nothing (SOG-IS 1.3, 4.1); above 8,192 a check only costs time. */
function isRsaLength(bits: number): boolean {
  return bits >= 2048 && bits <= 8192;
}

/**
 * node:crypto has no option for the hash of the mask function and takes the message hash instead (63 of 108 vectors
 * wrong where it is SHA-1). So the key is rebuilt as an id-RSASSA-PSS key that carries the parameters of the signature.
 * A key that has own parameters must agree with them (RFC 4055, 3.1).
 */
function pssKey(scheme: PssScheme, spki: Uint8Array): Uint8Array | null {
  const [algorithm, bits] = readAsn1(spki)?.children ?? [];
  if (!isSequence(algorithm) || !isUniversal(bits, 3) || bits.content[0] !== 0) return null;
  const [oid, parameters] = algorithm.children;
  const type = readObjectIdentifier(oid);
  if (type !== '1.2.840.113549.1.1.1' && type !== RSA_PSS) return null;
  if (type === RSA_PSS && parameters !== undefined && !agrees(parameters, scheme)) return null;
  return sequence(sequence(objectIdentifier(RSA_PSS), pssParameters(scheme)), bitString(bits.content.subarray(1)));
}

function agrees(parameters: Parameters<typeof readPss>[0], scheme: PssScheme): boolean {
  const own = readPss(parameters);
  return (
    own !== null &&
    own.digest === scheme.digest &&
    own.maskDigest === scheme.maskDigest &&
    scheme.saltLength >= own.saltLength
  );
}
