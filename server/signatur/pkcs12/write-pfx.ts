import { createCipheriv, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { digestIdentifier } from '../cms/algorithms.js';
import { integer, nullValue, objectIdentifier, octetString, sequence, tagged } from '../der/write-der.js';
import { macKey } from './password-cipher.js';
import { PKCS12_OID } from './read-pfx.js';

// OWASP 2023 for PBKDF2 with SHA-256; 0.2 s in the thread pool. The MAC protects nothing secret: OpenSSL's number.
const KEY_ROUNDS = 600_000;
const MAC_ROUNDS = 2048;

/**
 * Writes a PKCS#12 file that OpenSSL, Windows and the mail programs open: key under PBES2 with AES-256, certificates
 * in the open (they are public), MAC with SHA-256.
 * @param pkcs8 private key, DER @param certificates DER, the signer's first
 */
export async function writePfx(
  pkcs8: Uint8Array,
  certificates: readonly Uint8Array[],
  password: string,
): Promise<Uint8Array> {
  const keyBag = bag(PKCS12_OID.shroudedKeyBag, await shroud(pkcs8, password));
  const certificateBags = certificates.map((certificate) =>
    bag(PKCS12_OID.certificateBag, sequence(objectIdentifier(PKCS12_OID.x509), tagged(0, octetString(certificate)))),
  );
  const safe = sequence(data(sequence(keyBag)), data(sequence(...certificateBags)));
  return sequence(integer(3), data(safe), macData(safe, password));
}

/** EncryptedPrivateKeyInfo (RFC 5958) under PBES2 (RFC 8018, 6.2). */
async function shroud(pkcs8: Uint8Array, password: string): Promise<Uint8Array> {
  const salt = randomBytes(16);
  const start = randomBytes(16);
  const key = await promisify(pbkdf2)(Buffer.from(password, 'utf8'), salt, KEY_ROUNDS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, start);
  const encrypted = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  const hmacSha256 = sequence(objectIdentifier('1.2.840.113549.2.9'), nullValue());
  const derivation = sequence(octetString(salt), integer(KEY_ROUNDS), hmacSha256);
  return sequence(
    sequence(
      objectIdentifier('1.2.840.113549.1.5.13'),
      sequence(
        sequence(objectIdentifier('1.2.840.113549.1.5.12'), derivation),
        sequence(objectIdentifier('2.16.840.1.101.3.4.1.42'), octetString(start)),
      ),
    ),
    octetString(encrypted),
  );
}

function macData(safe: Uint8Array, password: string): Uint8Array {
  const salt = randomBytes(16);
  const mac = createHmac('sha256', macKey(password, salt, MAC_ROUNDS, 'sha256'))
    .update(safe)
    .digest();
  return sequence(sequence(digestIdentifier('sha256'), octetString(mac)), octetString(salt), integer(MAC_ROUNDS));
}

function bag(oid: string, value: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(oid), tagged(0, value));
}

function data(content: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(PKCS12_OID.data), tagged(0, octetString(content)));
}
