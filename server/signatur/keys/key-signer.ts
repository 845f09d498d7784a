import { constants, sign, type KeyObject, type SignKeyObjectInput } from 'node:crypto';
import type { SignatureScheme } from '../cms/algorithms.js';
import type { Signer } from '../ports.js';

/**
 * A Signer over a private key in memory.
 * @param chain issuing certificates, DER, next issuer first
 */
export function keySigner(privateKey: KeyObject, certificate: Uint8Array, chain: readonly Uint8Array[]): Signer {
  const scheme = schemeFor(privateKey);
  return { certificate, chain, scheme, sign: (data) => signWith(privateKey, scheme, data) };
}

/** The scheme with which we sign: SHA-256 for RSA; for curves the digest of their own length (TR-03116-4, 2.1.1). */
export function schemeFor(privateKey: KeyObject): SignatureScheme {
  switch (privateKey.asymmetricKeyType) {
    case 'rsa':
      return { kind: 'rsa-pkcs1', digest: 'sha256' };
    case 'rsa-pss':
      return { kind: 'rsa-pss', digest: 'sha256', maskDigest: 'sha256', saltLength: 32 };
    case 'ec':
      return { kind: 'ecdsa', digest: curveDigest(privateKey), encoding: 'der' };
    default:
      throw new Error(`no signature scheme for a key of type ${privateKey.asymmetricKeyType ?? 'unknown'}`);
  }
}

function curveDigest(key: KeyObject): 'sha256' | 'sha384' | 'sha512' {
  const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
  if (curve.includes('384')) return 'sha384';
  return curve.includes('512') || curve.includes('521') ? 'sha512' : 'sha256';
}

/** In the thread pool: an RSA-3072 signature takes 2 to 4 ms, and the loop has other people to serve. */
function signWith(privateKey: KeyObject, scheme: SignatureScheme, data: Uint8Array): Promise<Uint8Array> {
  const key: SignKeyObjectInput =
    scheme.kind === 'rsa-pss'
      ? { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength }
      : { key: privateKey };
  return new Promise((resolve, fail) => {
    sign(scheme.digest, data, key, (problem, signature) => (problem === null ? resolve(signature) : fail(problem)));
  });
}
