import { createPrivateKey, createPublicKey, generateKeyPair, X509Certificate, type KeyObject } from 'node:crypto';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { readCertificate } from './cms/read-certificate.js';
import { buildCertificate, distinguishedName } from './keys/build-certificate.js';
import { keySigner } from './keys/key-signer.js';
import { openKey, sealKey } from './keys/seal-key.js';
import type { Signer } from './ports.js';

/** A soft key as it is stored: the private key never leaves this slice unsealed. */
export interface SoftKey {
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** Issuing certificates, DER, next issuer first. */
  readonly chain: readonly Uint8Array[];
  /** PKCS#8 under AES-256-GCM, see `sealKey`. */
  readonly sealedKey: Uint8Array;
}

export interface KeyHolder {
  readonly name: string;
  readonly organisation: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * Makes the demo authority of one Mandant: an own root, so that its signatures are advanced at best (Art. 26 eIDAS) and
 * never count as qualified. RSA-3072, about 0.3 s in the thread pool.
 */
export async function createDemoAuthority(secret: Uint8Array, holder: KeyHolder): Promise<SoftKey> {
  const pair = await newKeyPair();
  const subject = distinguishedName('DE', holder.organisation, holder.name);
  const publicKey = spki(pair.publicKey);
  const certificate = await buildCertificate({
    use: 'authority',
    subject,
    publicKey,
    issuer: subject,
    issuerPublicKey: publicKey,
    issuerKey: pair.privateKey,
    notBefore: holder.notBefore,
    notAfter: holder.notAfter,
  });
  return { certificate, chain: [], sealedKey: sealKey(secret, pkcs8(pair.privateKey)) };
}

/** Makes the key and certificate of a person under a demo authority. Refused when the authority's key does not open. */
export async function issuePersonKey(
  secret: Uint8Array,
  authority: SoftKey,
  holder: KeyHolder,
): Promise<SoftKey | Rejection> {
  const issuerKey = openPrivateKey(secret, authority);
  if (isRejection(issuerKey)) return issuerKey;
  const pair = await newKeyPair();
  const certificate = await buildCertificate({
    use: 'signature',
    subject: distinguishedName('DE', holder.organisation, holder.name),
    publicKey: spki(pair.publicKey),
    issuer: subjectOf(authority.certificate),
    issuerPublicKey: spki(createPublicKey(issuerKey)),
    issuerKey,
    notBefore: holder.notBefore,
    notAfter: holder.notAfter,
  });
  return {
    certificate,
    chain: [authority.certificate, ...authority.chain],
    sealedKey: sealKey(secret, pkcs8(pair.privateKey)),
  };
}

/** Opens a soft key for signing. Refused when it does not open or does not belong to its certificate. */
export function openSigner(secret: Uint8Array, stored: SoftKey): Signer | Rejection {
  const key = openPrivateKey(secret, stored);
  return isRejection(key) ? key : keySigner(key, stored.certificate, stored.chain);
}

/** The private key of a stored soft key, for this slice only. */
export function openPrivateKey(secret: Uint8Array, stored: SoftKey): KeyObject | Rejection {
  const opened = openKey(secret, stored.sealedKey);
  if (isRejection(opened)) return opened;
  const key = createPrivateKey({ key: Buffer.from(opened), format: 'der', type: 'pkcs8' });
  return new X509Certificate(stored.certificate).checkPrivateKey(key) ? key : reject('signatur.keyMismatch');
}

function subjectOf(certificate: Uint8Array): Uint8Array {
  const subject = readCertificate(certificate)?.subject;
  if (subject === undefined) throw new Error('the stored authority certificate cannot be read');
  return subject;
}

function newKeyPair(): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  // 3,072 bits: BSI TR-02102-1, 1.4 (security level of 120 bits since 2023).
  return new Promise((resolve, fail) => {
    generateKeyPair('rsa', { modulusLength: 3072 }, (problem, publicKey, privateKey) =>
      problem === null ? resolve({ publicKey, privateKey }) : fail(problem),
    );
  });
}

function spki(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'spki' });
}

function pkcs8(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'pkcs8' });
}
