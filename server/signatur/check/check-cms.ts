import { createHash } from 'node:crypto';
import { readDigest, readScheme, type DigestName, type SignatureScheme } from '../cms/algorithms.js';
import type { Certificate } from '../cms/read-certificate.js';
import { verifyPrimitive } from '../cms/verify-primitive.js';
import { isOctetString, readObjectIdentifier, readTime } from '../der/asn1-values.js';
import { setOf } from '../der/write-der.js';
import { findSignerCertificate } from './bound-certificate.js';
import type { FaultCode } from './faults.js';
import { OID, type SignedAttributes, type SignedCms } from './read-cms.js';
import { readTimestampInfo } from './timestamp-info.js';

export interface CmsOutcome {
  /** Null when the signature value belongs to these bytes and to this certificate. */
  readonly fault: FaultCode | null;
  readonly certificate: Certificate | null;
  /** Whether the signature itself fixes which certificate is the signer's. */
  readonly binding: 'bound' | 'named' | 'none';
  readonly scheme: SignatureScheme | null;
  /** Claimed inside the CMS: signing-time, or the time of a time stamp. */
  readonly time: Date | null;
}

/** Hash of the bytes that the ByteRange covers. */
export type CoveredDigest = (digest: DigestName) => Uint8Array;

/**
 * Checks a CMS against the covered bytes (VAL-4, VAL-5): attributes, digest, algorithm, certificate, signature value.
 * @param use `signature` must be detached data; `timestamp` holds a TSTInfo (RFC 3161) that names the covered hash
 */
export function checkCms(cms: SignedCms, use: 'signature' | 'timestamp', covered: CoveredDigest): CmsOutcome {
  const digest = readDigest(cms.digestAlgorithm);
  const scheme = digest === null ? null : readScheme(cms.signatureAlgorithm, digest);
  const signer = findSignerCertificate(cms);
  const certificate = signer.kind === 'missing' ? null : signer.certificate;
  const info = use === 'timestamp' && cms.content !== null ? readTimestampInfo(cms.content) : null;
  const outcome = (fault: FaultCode | null): CmsOutcome => ({
    fault,
    certificate,
    binding: signer.kind === 'bound' || signer.kind === 'named' ? signer.kind : 'none',
    scheme,
    time: use === 'timestamp' ? (info?.time ?? null) : readTime(cms.attributes?.values.get(OID.signingTime)?.[0]),
  });

  const expectedType = use === 'timestamp' ? OID.timestampInfo : OID.data;
  if (cms.contentType !== expectedType || (use === 'signature') !== (cms.content === null)) return outcome('cms');
  if (signer.kind === 'contradiction') return outcome('certificateBinding');
  if (digest === null || scheme === null) return outcome('algorithm');
  if (certificate === null) return outcome('certificateMissing');
  if (use === 'timestamp') {
    if (info === null) return outcome('cms');
    if (info.digest === null) return outcome('algorithm');
    if (!isSame(info.hash, covered(info.digest))) return outcome('digest');
  }
  const contentDigest = cms.content === null ? covered(digest) : createHash(digest).update(cms.content).digest();
  // Without signed attributes node:crypto would have to hash the document again; no PAdES and no modern PDF is like that.
  if (cms.attributes === null) return outcome('noAttributes');
  const fault = checkAttributes(cms.attributes, cms.contentType, contentDigest);
  if (fault !== null) return outcome(fault);
  return outcome(checkSignature(scheme, certificate, cms.attributes, cms.signature));
}

function checkAttributes(attributes: SignedAttributes, contentType: string, digest: Uint8Array): FaultCode | null {
  const single = (oid: string) => {
    const values = attributes.values.get(oid);
    return values?.length === 1 ? values[0] : undefined;
  };
  const stated = single(OID.messageDigest);
  if (readObjectIdentifier(single(OID.contentType)) !== contentType || !isOctetString(stated)) return 'attributes';
  return isSame(stated.content, digest) ? null : 'digest';
}

function checkSignature(
  scheme: SignatureScheme,
  certificate: Certificate,
  attributes: SignedAttributes,
  signature: Uint8Array,
): FaultCode | null {
  for (const signed of signedForms(attributes)) {
    const result = verifyPrimitive(scheme, certificate.publicKey, signed, signature);
    if (result === 'keyUnsuitable') return 'key';
    if (result === 'valid') return null;
  }
  return 'signatureValue';
}

/**
 * What was signed: the attributes as SET (0x31). Some programs send them in another order than they signed, or with
 * indefinite length; RFC 5652, 5.4 says that their DER counts. Both forms hold the same attributes.
 */
function signedForms({ sent }: SignedAttributes): Uint8Array[] {
  const asSent = Buffer.from(sent.raw);
  asSent[0] = 0x31;
  const der = setOf(...sent.children.map((child) => child.raw));
  return isSame(asSent, der) ? [der] : [asSent, der];
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
