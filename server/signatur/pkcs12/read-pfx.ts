import { createHmac, timingSafeEqual } from 'node:crypto';
import { isContext, isOctetString, isSequence, readObjectIdentifier, readSmallInteger } from '../der/asn1-values.js';
import { readAsn1, type Asn1 } from '../der/read-asn1.js';
import { macKey, MOST_PKCS12_ROUNDS, unlock } from './password-cipher.js';

export const PKCS12_OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
} as const;

const MAC_DIGESTS: Readonly<Record<string, 'sha1' | 'sha256'>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
};

export type PfxProblem = 'wrongPassword' | 'unknownCipher' | 'tooManyRounds' | 'malformed';

/** What a PKCS#12 file holds: private keys (PKCS#8) and certificates, DER. */
export interface PfxContents {
  readonly keys: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
}

/** Opens a PKCS#12 file (RFC 7292): checks its MAC where it has one, unlocks its bags. */
export function readPfx(bytes: Uint8Array, password: string): PfxContents | PfxProblem {
  const [, authSafe, mac] = readAsn1(bytes)?.children ?? [];
  const safe = dataOf(authSafe);
  if (safe === null) return 'malformed';
  const fault = mac === undefined ? null : checkMac(mac, safe, password);
  if (fault !== null) return fault;
  const contents = { keys: [] as Uint8Array[], certificates: [] as Uint8Array[] };
  for (const part of readAsn1(safe)?.children ?? []) {
    const problem = readPart(part, password, contents);
    if (problem !== null) return problem;
  }
  return contents;
}

interface Collected {
  readonly keys: Uint8Array[];
  readonly certificates: Uint8Array[];
}

function checkMac(mac: Asn1, safe: Uint8Array, password: string): PfxProblem | null {
  const [info, salt, roundsNode] = mac.children;
  const digest = MAC_DIGESTS[readObjectIdentifier(info?.children[0]?.children[0]) ?? ''];
  const stated = info?.children[1];
  const rounds = roundsNode === undefined ? 1 : readSmallInteger(roundsNode);
  if (!isOctetString(salt) || !isOctetString(stated) || rounds === null) return 'malformed';
  if (digest === undefined) return 'unknownCipher';
  if (rounds > MOST_PKCS12_ROUNDS) return 'tooManyRounds';
  // For an empty password some programs take no bytes and others two zeros: only the MAC can tell.
  const forms = password === '' ? ['', null] : [password];
  const isRight = forms.some((form) => {
    const found = createHmac(digest, macKey(form, salt.content, rounds, digest))
      .update(safe)
      .digest();
    return found.length === stated.content.length && timingSafeEqual(found, stated.content);
  });
  return isRight ? null : 'wrongPassword';
}

function readPart(part: Asn1, password: string, into: Collected): PfxProblem | null {
  const plain = dataOf(part) ?? unlockPart(part, password);
  if (plain === null || typeof plain === 'string') return plain;
  for (const bag of readAsn1(plain)?.children ?? []) {
    const problem = readBag(bag, password, into);
    if (problem !== null) return problem;
  }
  return null;
}

/** EncryptedData (RFC 5652, 8). Null for a part of another kind, which is passed over. */
function unlockPart(part: Asn1, password: string): Uint8Array | PfxProblem | null {
  const [type, wrapped] = part.children;
  if (readObjectIdentifier(type) !== PKCS12_OID.encryptedData) return null;
  const [, algorithm, encrypted] = wrapped?.children[0]?.children[1]?.children ?? [];
  if (!isSequence(algorithm) || !isContext(encrypted, 0)) return 'malformed';
  const pieces = encrypted.children.map((piece) => piece.content);
  return unlock(algorithm, pieces.length > 0 ? Buffer.concat(pieces) : encrypted.content, password);
}

function readBag(bag: Asn1, password: string, into: Collected): PfxProblem | null {
  const [type, wrapped] = bag.children;
  const value = wrapped?.children[0];
  if (value === undefined) return 'malformed';
  switch (readObjectIdentifier(type)) {
    case PKCS12_OID.keyBag:
      into.keys.push(value.raw);
      return null;
    case PKCS12_OID.shroudedKeyBag: {
      const [algorithm, encrypted] = value.children;
      if (!isSequence(algorithm) || !isOctetString(encrypted)) return 'malformed';
      const key = unlock(algorithm, encrypted.content, password);
      if (typeof key === 'string') return key;
      into.keys.push(key);
      return null;
    }
    case PKCS12_OID.certificateBag: {
      const certificate = value.children[1]?.children[0];
      const isX509 = readObjectIdentifier(value.children[0]) === PKCS12_OID.x509;
      if (isX509 && isOctetString(certificate)) into.certificates.push(certificate.content);
      return null;
    }
    default:
      return null;
  }
}

/** The octets of a ContentInfo of type data, or null for another type. */
function dataOf(info: Asn1 | undefined): Uint8Array | null {
  const octets = info?.children[1]?.children[0];
  return readObjectIdentifier(info?.children[0]) === PKCS12_OID.data && isOctetString(octets) ? octets.content : null;
}
