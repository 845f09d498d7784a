import { createHash } from 'node:crypto';
import { readDigest } from '../cms/algorithms.js';
import type { Certificate } from '../cms/read-certificate.js';
import { isOctetString, isSequence } from '../der/asn1-values.js';
import type { Asn1 } from '../der/read-asn1.js';
import { OID, type SignedCms } from './read-cms.js';

export type SignerCertificate =
  /** `bound`: the signature fixes the certificate by its hash. `named`: only by issuer and serial, as old formats do. */
  | { readonly kind: 'bound' | 'named'; readonly certificate: Certificate }
  | { readonly kind: 'missing' }
  /** What the signature fixes and what it names are two certificates, or the reference cannot be read. */
  | { readonly kind: 'contradiction'; readonly certificate: Certificate | null };

/** Finds the signer's certificate (VAL-5): never simply the first one with that serial number. */
export function findSignerCertificate(cms: SignedCms): SignerCertificate {
  const named = cms.certificates.filter((certificate) => isNamed(cms, certificate));
  const reference = essReference(cms);
  if (reference === 'odd') return { kind: 'contradiction', certificate: named[0] ?? null };
  if (reference === null) {
    const [only] = named;
    return only === undefined ? { kind: 'missing' } : { kind: 'named', certificate: only };
  }
  const bound = cms.certificates.find((certificate) => matches(reference, certificate));
  if (bound !== undefined && named.includes(bound)) return { kind: 'bound', certificate: bound };
  const shown = bound ?? named[0] ?? null;
  return shown === null ? { kind: 'missing' } : { kind: 'contradiction', certificate: shown };
}

function isNamed({ signerIdentifier: sid }: SignedCms, certificate: Certificate): boolean {
  if (sid.kind === 'keyIdentifier') {
    return certificate.subjectKeyIdentifier !== null && isSame(sid.identifier, certificate.subjectKeyIdentifier);
  }
  return isSame(sid.issuer, certificate.issuer) && isSame(sid.serial, certificate.serial);
}

interface EssReference {
  readonly digest: string;
  readonly hash: Uint8Array;
}

/** The first ESSCertID of signing-certificate-v2 (RFC 5035), else of the older attribute, which knows SHA-1 only. */
function essReference(cms: SignedCms): EssReference | null | 'odd' {
  const v2 = cms.attributes?.values.get(OID.signingCertificateV2);
  const v1 = cms.attributes?.values.get(OID.signingCertificate);
  const value = v2 ?? v1;
  if (value === undefined) return null;
  const first = value[0]?.children[0]?.children[0];
  if (value.length !== 1 || first === undefined) return 'odd';
  return v2 === undefined ? readReference(first, 'sha1') : readReferenceV2(first);
}

function readReferenceV2(reference: Asn1): EssReference | 'odd' {
  const [head] = reference.children;
  // The digest algorithm may be left out and then is SHA-256.
  if (!isSequence(head)) return readReference(reference, 'sha256');
  const digest = readDigest(head);
  if (digest === null) return 'odd';
  return hashOf(reference.children[1], digest);
}

function readReference(reference: Asn1, digest: string): EssReference | 'odd' {
  return hashOf(reference.children[0], digest);
}

function hashOf(node: Asn1 | undefined, digest: string): EssReference | 'odd' {
  return isOctetString(node) ? { digest, hash: node.content } : 'odd';
}

function matches({ digest, hash }: EssReference, certificate: Certificate): boolean {
  return isSame(hash, createHash(digest).update(certificate.raw).digest());
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
