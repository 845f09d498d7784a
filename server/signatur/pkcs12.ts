import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { readCertificate, type Certificate } from './cms/read-certificate.js';
import { isKeySuitable } from './cms/verify-primitive.js';
import { schemeFor } from './keys/key-signer.js';
import { sealKey } from './keys/seal-key.js';
import { readPfx, type PfxProblem } from './pkcs12/read-pfx.js';
import { writePfx } from './pkcs12/write-pfx.js';
import { openPrivateKey, type SoftKey } from './soft-key.js';

/** Hands a soft key to its owner as a PKCS#12 file under a password. Refused when the stored key does not open. */
export async function exportPkcs12(
  secret: Uint8Array,
  stored: SoftKey,
  password: string,
): Promise<Uint8Array | Rejection> {
  const key = openPrivateKey(secret, stored);
  if (isRejection(key)) return key;
  return writePfx(key.export({ format: 'der', type: 'pkcs8' }), [stored.certificate, ...stored.chain], password);
}

/**
 * Takes a key from a PKCS#12 file and seals it at once. RSA from 2,048 bits and the curves of the algorithm table.
 * Synchronous, at most some 3 s for the slowest file that is taken: call it in a worker.
 */
export function importPkcs12(secret: Uint8Array, bytes: Uint8Array, password: string): SoftKey | Rejection {
  const contents = readPfx(bytes, password);
  if (typeof contents === 'string') return refusal(contents);
  const key = readKey(contents.keys);
  if (key === null) return reject('signatur.pkcs12Unreadable', { detail: 'Schlüssel / key' });
  const certificates = contents.certificates.map(readCertificate).filter((found) => found !== null);
  const own = certificates.find((certificate) => belongs(certificate, key));
  if (own === undefined) return reject('signatur.pkcs12Unreadable', { detail: 'Zertifikat / certificate' });
  return {
    certificate: own.raw,
    chain: chainOf(own, certificates),
    sealedKey: sealKey(secret, key.export({ format: 'der', type: 'pkcs8' })),
  };
}

/** The only key of the file, when we can sign with it. */
function readKey(keys: readonly Uint8Array[]): KeyObject | null {
  const [only] = keys;
  if (only === undefined || keys.length > 1) return null;
  try {
    const key = createPrivateKey({ key: Buffer.from(only), format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return isKeySuitable(schemeFor(key), spki) ? key : null;
  } catch {
    // OpenSSL says the same for a damaged key and for a kind that it does not know.
    return null;
  }
}

function belongs(certificate: Certificate, key: KeyObject): boolean {
  try {
    return new X509Certificate(certificate.raw).checkPrivateKey(key);
  } catch {
    return false;
  }
}

/** Issuers one after the other; a root, which is its own issuer, ends the chain. */
function chainOf(own: Certificate, certificates: readonly Certificate[]): Uint8Array[] {
  const chain: Certificate[] = [];
  let current = own;
  for (;;) {
    const issuer = certificates.find(
      (found) => found !== own && !chain.includes(found) && Buffer.compare(found.subject, current.issuer) === 0,
    );
    if (issuer === undefined) return chain.map(({ raw }) => raw);
    chain.push(issuer);
    current = issuer;
  }
}

function refusal(problem: PfxProblem): Rejection {
  const details: Readonly<Record<Exclude<PfxProblem, 'wrongPassword'>, string>> = {
    malformed: 'Aufbau / structure',
    unknownCipher: 'Verschlüsselung / encryption',
    tooManyRounds: 'Schlüsselableitung / key derivation',
  };
  return problem === 'wrongPassword'
    ? reject('signatur.pkcs12Password')
    : reject('signatur.pkcs12Unreadable', { detail: details[problem] });
}
