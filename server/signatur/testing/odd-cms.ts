import { createHash } from 'node:crypto';
import { digestIdentifier, schemeIdentifier, type SignatureScheme } from '../cms/algorithms.js';
import { readCertificate } from '../cms/read-certificate.js';
import { element, integer, objectIdentifier, octetString, sequence, setOf, tagged } from '../der/write-der.js';
import type { Signer } from '../ports.js';
import type { MakeCms } from './resign.js';

export interface CmsWishes {
  /** Attributes in place of the three honest ones. */
  readonly attributes?: (digest: Uint8Array, honest: HonestAttributes) => readonly Uint8Array[];
  readonly signers?: 0 | 1 | 2;
  readonly certificates?: readonly Uint8Array[];
  /** The scheme that is written, whatever the signer used. */
  readonly label?: SignatureScheme;
  /** Content that travels inside. */
  readonly content?: Uint8Array;
  /** Bytes behind the CMS. */
  readonly behind?: Uint8Array;
}

export interface HonestAttributes {
  readonly contentType: Uint8Array;
  readonly messageDigest: Uint8Array;
  readonly signingCertificate: Uint8Array;
}

/** A CMS that is right but for the wishes: the signature value always fits what was signed. */
export function oddCms(wishes: CmsWishes): MakeCms {
  return async (digest, signer) => {
    const honest = honestAttributes(digest, signer.certificate);
    const attributes = wishes.attributes?.(digest, honest) ?? Object.values(honest);
    const signature = await signer.sign(setOf(...attributes));
    const info = signerInfo(signer, wishes.label ?? signer.scheme, attributes, signature);
    const data = objectIdentifier('1.2.840.113549.1.7.1');
    const signedData = sequence(
      integer(1),
      setOf(digestIdentifier(signer.scheme.digest)),
      wishes.content === undefined ? sequence(data) : sequence(data, tagged(0, octetString(wishes.content))),
      tagged(0, Buffer.concat(wishes.certificates ?? [signer.certificate])),
      setOf(...Array<Uint8Array>(wishes.signers ?? 1).fill(info)),
    );
    const cms = sequence(objectIdentifier('1.2.840.113549.1.7.2'), tagged(0, signedData));
    return Buffer.concat([cms, wishes.behind ?? Buffer.alloc(0)]);
  };
}

/** signing-certificate-v2 of any certificate. */
export function signingCertificate(certificate: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(certificate).digest();
  return attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octetString(hash)))));
}

export function attribute(oid: string, ...values: readonly Uint8Array[]): Uint8Array {
  return sequence(objectIdentifier(oid), setOf(...values));
}

function honestAttributes(digest: Uint8Array, certificate: Uint8Array): HonestAttributes {
  return {
    contentType: attribute('1.2.840.113549.1.9.3', objectIdentifier('1.2.840.113549.1.7.1')),
    messageDigest: attribute('1.2.840.113549.1.9.4', octetString(digest)),
    signingCertificate: signingCertificate(certificate),
  };
}

function signerInfo(
  signer: Signer,
  label: SignatureScheme,
  attributes: readonly Uint8Array[],
  signature: Uint8Array,
): Uint8Array {
  const certificate = readCertificate(signer.certificate);
  if (certificate === null) throw new Error('no certificate');
  return sequence(
    integer(1),
    sequence(certificate.issuer, element(0x02, certificate.serial)),
    digestIdentifier(label.digest),
    ...(attributes.length === 0
      ? []
      : [element(0xa0, setOf(...attributes).subarray(headerLength(setOf(...attributes))))]),
    schemeIdentifier(label),
    octetString(signature),
  );
}

function headerLength(der: Uint8Array): number {
  const first = der[1] ?? 0;
  return first < 0x80 ? 2 : 2 + (first & 0x7f);
}
