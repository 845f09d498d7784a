import { certificateOf, type Certificate } from '../cms/read-certificate.js';
import { isContext, isOctetString, isSequence, isSet, isUniversal, readObjectIdentifier } from '../der/asn1-values.js';
import { readAsn1, type Asn1 } from '../der/read-asn1.js';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** A CMS SignedData with its one signer (RFC 5652), parsed and not yet believed. */
export interface SignedCms {
  readonly contentType: string;
  /** The content when it travels inside, as in time stamps; null when detached. */
  readonly content: Uint8Array | null;
  readonly certificates: readonly Certificate[];
  readonly signerIdentifier: SignerIdentifier;
  readonly digestAlgorithm: Asn1;
  readonly signatureAlgorithm: Asn1;
  readonly signature: Uint8Array;
  /** Null for the old form that signs the content itself. */
  readonly attributes: SignedAttributes | null;
}

export type SignerIdentifier =
  | { readonly kind: 'issuerAndSerial'; readonly issuer: Uint8Array; readonly serial: Uint8Array }
  | { readonly kind: 'keyIdentifier'; readonly identifier: Uint8Array };

export interface SignedAttributes {
  /** The attributes as they were sent, under the tag [0]. */
  readonly sent: Asn1;
  /** Values by type; a type that stands twice has made the whole unreadable. */
  readonly values: ReadonlyMap<string, readonly Asn1[]>;
}

/**
 * Reads the CMS in the entry Contents. Behind it only zeros are allowed (VAL-3): anything else would be bytes that no
 * signature covers. Null for what is not exactly one ContentInfo with exactly one signer.
 */
export function readCms(padded: Uint8Array): SignedCms | null {
  const root = readAsn1(padded);
  if (root === null || padded.subarray(root.raw.length).some((byte) => byte !== 0)) return null;
  const [type, wrapped] = root.children;
  const signedData = isContext(wrapped, 0) ? wrapped.children[0] : undefined;
  if (readObjectIdentifier(type) !== OID.signedData || !isSequence(signedData)) return null;
  const [version, digests, encapsulated, ...rest] = signedData.children;
  if (!isUniversal(version, 2) || !isSet(digests) || !isSequence(encapsulated)) return null;
  const signers = rest.at(-1);
  const [signer] = isSet(signers) && signers.children.length === 1 ? signers.children : [];
  const contentType = readObjectIdentifier(encapsulated.children[0]);
  const content = readContent(encapsulated.children[1]);
  if (contentType === null || content === 'odd' || signer === undefined) return null;
  const info = readSignerInfo(signer);
  if (info === null) return null;
  const holders = rest.find((part) => isContext(part, 0))?.children ?? [];
  const certificates = holders.map(certificateOf).filter((certificate) => certificate !== null);
  return { contentType, content, certificates, ...info };
}

function readContent(wrapped: Asn1 | undefined): Uint8Array | null | 'odd' {
  if (wrapped === undefined) return null;
  const inner = isContext(wrapped, 0) ? wrapped.children[0] : undefined;
  return isOctetString(inner) ? inner.content : 'odd';
}

function readSignerInfo(info: Asn1) {
  const [version, sid, digestAlgorithm, ...rest] = info.children;
  const hasAttributes = isContext(rest[0], 0);
  const [signatureAlgorithm, signature] = hasAttributes ? rest.slice(1) : rest;
  const signerIdentifier = readSignerIdentifier(sid);
  if (!isSequence(info) || !isUniversal(version, 2) || signerIdentifier === null) return null;
  if (!isSequence(digestAlgorithm) || !isSequence(signatureAlgorithm) || !isOctetString(signature)) return null;
  const attributes = hasAttributes && rest[0] !== undefined ? readAttributes(rest[0]) : null;
  if (attributes === 'odd') return null;
  return { signerIdentifier, digestAlgorithm, signatureAlgorithm, signature: signature.content, attributes };
}

function readSignerIdentifier(sid: Asn1 | undefined): SignerIdentifier | null {
  const [issuer, serial] = sid?.children ?? [];
  if (isContext(sid, 0)) return { kind: 'keyIdentifier', identifier: sid.content };
  if (!isSequence(issuer) || !isUniversal(serial, 2)) return null;
  return { kind: 'issuerAndSerial', issuer: issuer.raw, serial: serial.content };
}

function readAttributes(sent: Asn1): SignedAttributes | 'odd' {
  const values = new Map<string, readonly Asn1[]>();
  for (const attribute of sent.children) {
    const [type, set] = attribute.children;
    const oid = readObjectIdentifier(type);
    if (oid === null || !isSet(set) || values.has(oid)) return 'odd';
    values.set(oid, set.children);
  }
  return { sent, values };
}
