import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { isOctetString, isSequence, isUniversal, readObjectIdentifier, readSmallInteger } from '../der/asn1-values.js';
import type { Asn1 } from '../der/read-asn1.js';

export const PBES2 = '1.2.840.113549.1.5.13';

const PBKDF2 = '1.2.840.113549.1.5.12';
const RANDOM_FUNCTIONS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const CIPHERS: Readonly<Record<string, readonly [name: string, keyBytes: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
};

// 2,000,000 rounds take 0.8 s. OpenSSL writes 2,048; a file with 10^8 rounds only wants to stop the server.
const MOST_ROUNDS = 2_000_000;

/**
 * Unlocks what is under PBES2 (RFC 8018, 6.2). node-forge could too, but derives the key in JavaScript: 600,000 rounds
 * took 20 s there and take 0.2 s here.
 * @param parameters the parameters of the AlgorithmIdentifier
 */
export function unlockPbes2(
  parameters: Asn1,
  data: Uint8Array,
  password: string,
): Uint8Array | 'wrongPassword' | 'unknownCipher' | 'tooManyRounds' {
  const [derivation, encryption] = parameters.children;
  const derived = derivation?.children[1];
  const [salt, roundsNode, ...options] = derived?.children ?? [];
  const rounds = readSmallInteger(roundsNode);
  const digest = randomFunction(options.find(isSequence));
  const cipher = CIPHERS[readObjectIdentifier(encryption?.children[0]) ?? ''];
  const start = encryption?.children[1];
  const isKnown = readObjectIdentifier(derivation?.children[0]) === PBKDF2;
  if (!isKnown || rounds === null || digest === undefined || cipher === undefined) return 'unknownCipher';
  if (!isOctetString(salt) || !isOctetString(start) || !isUniversal(roundsNode, 2)) return 'unknownCipher';
  if (rounds < 1 || rounds > MOST_ROUNDS) return 'tooManyRounds';
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt.content, rounds, cipher[1], digest);
  try {
    const decipher = createDecipheriv(cipher[0], key, start.content);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    // The padding is wrong, which is how a wrong password shows.
    return 'wrongPassword';
  }
}

/** HMAC with SHA-1 when nothing is said (RFC 8018, A.2). */
function randomFunction(identifier: Asn1 | undefined): string | undefined {
  if (identifier === undefined) return 'sha1';
  return RANDOM_FUNCTIONS[readObjectIdentifier(identifier.children[0]) ?? ''];
}
