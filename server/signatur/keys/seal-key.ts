import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { reject, type Rejection } from '../../contract/rejections.js';

/** Layout of a sealed key: version (1 byte), salt (16), nonce (12), tag (16), ciphertext. */
const VERSION = 1;
const SALT_END = 17;
const NONCE_END = 29;
const TAG_END = 45;

/**
 * Encrypts a private key (PKCS#8, DER) with AES-256-GCM, so that a copy of the database alone signs nothing.
 * @param secret server secret of at least 32 bytes, kept outside the database
 */
export function sealKey(secret: Uint8Array, pkcs8: Uint8Array): Uint8Array {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, salt), nonce);
  const ciphertext = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), salt, nonce, cipher.getAuthTag(), ciphertext]);
}

/** Opens a sealed key; a wrong secret or a changed byte is refused, and the text of the refusal holds no key material. */
export function openKey(secret: Uint8Array, sealed: Uint8Array): Uint8Array | Rejection {
  if (sealed[0] !== VERSION || sealed.length <= TAG_END) return reject('signatur.keySealed');
  const key = sealingKey(secret, sealed.subarray(1, SALT_END));
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(SALT_END, NONCE_END));
  decipher.setAuthTag(sealed.subarray(NONCE_END, TAG_END));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(TAG_END)), decipher.final()]);
  } catch {
    return reject('signatur.keySealed');
  }
}

/** One key per seal: the 96-bit nonce then never meets the same key twice, however many keys there are. */
function sealingKey(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  if (secret.length < 32) throw new Error('the secret that seals private keys must have at least 32 bytes');
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'laufmappe signatur key', 32));
}
