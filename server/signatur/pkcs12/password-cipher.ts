import forge from 'node-forge';
import { isSequence, readObjectIdentifier, readSmallInteger } from '../der/asn1-values.js';
import type { Asn1 } from '../der/read-asn1.js';
import { PBES2, unlockPbes2 } from './pbes2.js';

export type PasswordResult = Uint8Array | 'wrongPassword' | 'unknownCipher' | 'tooManyRounds';

/**
 * The one file that knows node-forge: it alone still has the RC2 of old PKCS#12 files, which OpenSSL 3 no longer loads.
 * It only turns passwords into keys and unlocks with them; it never signs and never verifies.
 */
interface PasswordBasedEncryption {
  getCipher(oid: string, parameters: forge.asn1.Asn1, password: string): forge.cipher.BlockCipher;
}

/** Missing in the published types of node-forge. */
const pbe = (forge.pki as unknown as { pbe: PasswordBasedEncryption }).pbe;
const generateKey = forge.pkcs12.generateKey as unknown as GenerateKey;

/** The published types do not know that null stands for "no bytes at all". */
type GenerateKey = (
  password: string | null,
  salt: forge.util.ByteStringBuffer,
  purpose: number,
  rounds: number,
  length: number,
  digest: forge.md.MessageDigest,
) => forge.util.ByteStringBuffer;

const PKCS12_PBE = '1.2.840.113549.1.12.1.';

// Derived in JavaScript: 300,000 rounds take 0.6 s. Windows writes 2,000, OpenSSL 2,048.
export const MOST_PKCS12_ROUNDS = 300_000;

/** Unlocks the content of an EncryptedData or a shrouded key. */
export function unlock(algorithm: Asn1, data: Uint8Array, password: string): PasswordResult {
  const [oidNode, parameters] = algorithm.children;
  const oid = readObjectIdentifier(oidNode);
  if (oid === null || !isSequence(parameters)) return 'unknownCipher';
  // PBES2 takes the password in UTF-8, PKCS#12 in UTF-16: with one of them for both, "grüße€" never opens a file.
  if (oid === PBES2) return unlockPbes2(parameters, data, password);
  const rounds = readSmallInteger(parameters.children[1]);
  if (!oid.startsWith(PKCS12_PBE) || rounds === null) return 'unknownCipher';
  return rounds > MOST_PKCS12_ROUNDS ? 'tooManyRounds' : unlockOld(oid, parameters.raw, data, password);
}

/**
 * Key of the MAC over a PKCS#12 file (RFC 7292, appendix B.2, purpose 3).
 * @param password null for a password of no bytes; an empty text still has its two closing zeros
 */
export function macKey(
  password: string | null,
  salt: Uint8Array,
  rounds: number,
  digest: 'sha1' | 'sha256',
): Uint8Array {
  const length = digest === 'sha1' ? 20 : 32;
  const key = generateKey(password, bufferOf(salt), 3, rounds, length, forge.md[digest].create());
  return Buffer.from(key.getBytes(), 'latin1');
}

function unlockOld(oid: string, parameters: Uint8Array, data: Uint8Array, password: string): PasswordResult {
  try {
    const cipher = pbe.getCipher(oid, forge.asn1.fromDer(bufferOf(parameters)), password);
    cipher.update(bufferOf(data));
    return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'latin1') : 'wrongPassword';
  } catch {
    // node-forge throws for every cipher and parameter that it does not know.
    return 'unknownCipher';
  }
}

function bufferOf(bytes: Uint8Array): forge.util.ByteStringBuffer {
  return forge.util.createBuffer(Buffer.from(bytes).toString('latin1'));
}
