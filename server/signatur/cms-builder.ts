import { createHash } from 'node:crypto';
import { reject, type Rejection } from '../contract/rejections.js';
import { digestIdentifier, schemeIdentifier } from './cms/algorithms.js';
import { readCertificate, type Certificate } from './cms/read-certificate.js';
import { integer, objectIdentifier, octetString, element, sequence, setOf, tagged } from './der/write-der.js';
import { verifyPrimitive } from './cms/verify-primitive.js';
import type { Signer } from './ports.js';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/**
 * Builds a detached CMS SignedData as CAdES and PAdES B-B want it (EN 319 142-1, 6.3): content-type, message-digest and
 * signing-certificate-v2 are signed; signing-time is left out, because in a PDF the time stands in the entry M.
 * @param contentDigest hash of the signed bytes, made with the digest of `signer.scheme`
 * @returns ContentInfo, DER; refused when the signature does not verify with the certificate that goes with it
 */
export async function buildCms(contentDigest: Uint8Array, signer: Signer): Promise<Uint8Array | Rejection> {
  const certificate = readCertificate(signer.certificate);
  if (certificate === null) throw new Error('the signer port handed out something that is no certificate');
  const attributes = signedAttributes(contentDigest, certificate);
  const signed = setOf(...attributes);
  const signature = await signer.sign(signed);
  // A card or a service may hold another key than its certificate says; 0.1 ms here save a worthless signature.
  if (verifyPrimitive(signer.scheme, certificate.publicKey, signed, signature) !== 'valid') {
    return reject('signatur.keyMismatch');
  }
  const signedData = sequence(
    integer(1),
    setOf(digestIdentifier(signer.scheme.digest)),
    sequence(objectIdentifier(OID.data)),
    tagged(0, Buffer.concat([signer.certificate, ...signer.chain])),
    setOf(signerInfo(signer, certificate, attributes, signature)),
  );
  return sequence(objectIdentifier(OID.signedData), tagged(0, signedData));
}

function signerInfo(
  signer: Signer,
  certificate: Certificate,
  attributes: readonly Uint8Array[],
  signature: Uint8Array,
): Uint8Array {
  // The attributes are signed as SET (0x31) and sent under the implicit tag [0] (RFC 5652, 5.4).
  const sent = Buffer.from(setOf(...attributes));
  sent[0] = 0xa0;
  return sequence(
    integer(1),
    // Issuer copied byte for byte: writing a name anew breaks umlauts and old string types (SIG-3).
    sequence(certificate.issuer, element(0x02, certificate.serial)),
    digestIdentifier(signer.scheme.digest),
    sent,
    schemeIdentifier(signer.scheme),
    octetString(signature),
  );
}

function signedAttributes(contentDigest: Uint8Array, certificate: Certificate): Uint8Array[] {
  return [
    attribute(OID.contentType, objectIdentifier(OID.data)),
    attribute(OID.messageDigest, octetString(contentDigest)),
    attribute(OID.signingCertificateV2, sequence(sequence(essCertificate(certificate)))),
  ];
}

/** ESSCertIDv2 (RFC 5035, 4). SHA-256 is its default and so is not written. */
function essCertificate(certificate: Certificate): Uint8Array {
  const hash = createHash('sha256').update(certificate.raw).digest();
  const issuer = sequence(tagged(4, certificate.issuer));
  return sequence(octetString(hash), sequence(issuer, element(0x02, certificate.serial)));
}

function attribute(oid: string, value: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(oid), setOf(value));
}
