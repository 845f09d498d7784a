import {
  isContext,
  isOctetString,
  isSequence,
  isSet,
  isUniversal,
  readObjectIdentifier,
  readText,
  readTime,
} from '../der/asn1-values.js';
import { readAsn1, type Asn1 } from '../der/read-asn1.js';

/** The parts of an X.509 certificate (RFC 5280) that signing and checking need. DER parts are the bytes as they came. */
export interface Certificate {
  readonly raw: Uint8Array;
  readonly serial: Uint8Array;
  /** DER of the issuer's Name; compared and copied as bytes, because names have many encodings (SIG-3). */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly issuerName: NameText;
  readonly subjectName: NameText;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly subjectKeyIdentifier: Uint8Array | null;
}

export interface NameText {
  readonly commonName: string | null;
  readonly organisation: string | null;
}

/** Reads a certificate; null for what is none. Nothing is verified here. */
export function readCertificate(bytes: Uint8Array): Certificate | null {
  const root = readAsn1(bytes);
  return root === null ? null : certificateOf(root);
}

/** The same from an element that is parsed already, as certificates stand in a CMS. */
export function certificateOf(root: Asn1): Certificate | null {
  const [body] = root.children;
  if (!isSequence(root) || !isSequence(body)) return null;
  const parts = isContext(body.children[0], 0) ? body.children.slice(1) : body.children;
  const [serial, , issuer, validity, subject, publicKey] = parts;
  const notBefore = readTime(validity?.children[0]);
  const notAfter = readTime(validity?.children[1]);
  if (!isUniversal(serial, 2) || !isSequence(issuer) || !isSequence(subject) || !isSequence(publicKey)) return null;
  if (notBefore === null || notAfter === null) return null;
  return {
    raw: root.raw,
    serial: serial.content,
    issuer: issuer.raw,
    subject: subject.raw,
    issuerName: readName(issuer),
    subjectName: readName(subject),
    notBefore,
    notAfter,
    publicKey: publicKey.raw,
    subjectKeyIdentifier: readSubjectKeyIdentifier(parts.find((part) => isContext(part, 3))),
  };
}

function readName(name: Asn1): NameText {
  const values = new Map<string, string>();
  for (const part of name.children.filter(isSet).flatMap((set) => set.children)) {
    const oid = readObjectIdentifier(part.children[0]);
    const text = readText(part.children[1]);
    if (oid !== null && text !== null) values.set(oid, text);
  }
  return { commonName: values.get('2.5.4.3') ?? null, organisation: values.get('2.5.4.10') ?? null };
}

function readSubjectKeyIdentifier(extensions: Asn1 | undefined): Uint8Array | null {
  const list = extensions?.children[0]?.children ?? [];
  const extension = list.find((entry) => readObjectIdentifier(entry.children[0]) === '2.5.29.14');
  const wrapped = extension?.children.at(-1);
  const inner = isOctetString(wrapped) ? readAsn1(wrapped.content) : null;
  return inner !== null && isOctetString(inner) ? inner.content : null;
}
