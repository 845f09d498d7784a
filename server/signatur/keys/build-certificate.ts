import { createHash, randomBytes, type KeyObject } from 'node:crypto';
import { schemeIdentifier } from '../cms/algorithms.js';
import { readAsn1 } from '../der/read-asn1.js';
import {
  bitString,
  flags,
  integer,
  objectIdentifier,
  octetString,
  printableString,
  sequence,
  setOf,
  tagged,
  taggedPrimitive,
  time,
  trueValue,
  unsignedInteger,
  utf8String,
} from '../der/write-der.js';
import { keySigner } from './key-signer.js';

export interface CertificateRequest {
  readonly use: 'authority' | 'signature';
  /** DER of the Name, see `distinguishedName`. */
  readonly subject: Uint8Array;
  /** SubjectPublicKeyInfo of the subject, DER. */
  readonly publicKey: Uint8Array;
  readonly issuer: Uint8Array;
  readonly issuerPublicKey: Uint8Array;
  readonly issuerKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Big-endian, positive; random when left out (RFC 5280, 4.1.2.2: at most 20 bytes). */
  readonly serial?: Uint8Array;
}

/** Builds and signs an X.509 v3 certificate, DER. node-forge is not used: it signs with RSA only and encodes umlauts twice. */
export async function buildCertificate(request: CertificateRequest): Promise<Uint8Array> {
  const signer = keySigner(request.issuerKey, new Uint8Array(), []);
  const algorithm = schemeIdentifier(signer.scheme);
  const body = sequence(
    tagged(0, integer(2)),
    unsignedInteger(request.serial ?? randomSerial()),
    algorithm,
    request.issuer,
    sequence(time(request.notBefore), time(request.notAfter)),
    request.subject,
    request.publicKey,
    tagged(3, sequence(...extensions(request))),
  );
  return sequence(body, algorithm, bitString(await signer.sign(body)));
}

/** DER of a Name: country, organisation and common name, in UTF-8 as RFC 5280, 4.1.2.4 wants it. */
export function distinguishedName(country: string, organisation: string, commonName: string): Uint8Array {
  return sequence(
    relativeName('2.5.4.6', printableString(country)),
    relativeName('2.5.4.10', utf8String(organisation)),
    relativeName('2.5.4.3', utf8String(commonName)),
  );
}

export function relativeName(oid: string, value: Uint8Array): Uint8Array {
  return setOf(sequence(objectIdentifier(oid), value));
}

function extensions(request: CertificateRequest): Uint8Array[] {
  // Bits of KeyUsage (RFC 5280, 4.2.1.3): 0 digitalSignature, 1 contentCommitment, 5 keyCertSign, 6 cRLSign.
  const isAuthority = request.use === 'authority';
  return [
    extension('2.5.29.19', 'critical', isAuthority ? sequence(trueValue(), integer(0)) : sequence()),
    extension('2.5.29.15', 'critical', isAuthority ? flags(5, 6) : flags(0, 1)),
    extension('2.5.29.14', 'plain', octetString(keyIdentifier(request.publicKey))),
    extension('2.5.29.35', 'plain', sequence(taggedPrimitive(0, keyIdentifier(request.issuerPublicKey)))),
  ];
}

function extension(oid: string, weight: 'critical' | 'plain', value: Uint8Array): Uint8Array {
  const parts = weight === 'critical' ? [trueValue()] : [];
  return sequence(objectIdentifier(oid), ...parts, octetString(value));
}

/** RFC 5280, 4.2.1.2, method 1: a name for the key, no protection, therefore SHA-1 as everyone else. */
function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  const bits = readAsn1(publicKey)?.children[1];
  if (bits === undefined) throw new Error('the public key is no SubjectPublicKeyInfo');
  return createHash('sha1').update(bits.content.subarray(1)).digest();
}

function randomSerial(): Uint8Array {
  const serial = randomBytes(16);
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  return serial;
}
