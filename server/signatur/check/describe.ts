import type { SignatureScheme } from '../cms/algorithms.js';

const KINDS: Readonly<Record<SignatureScheme['kind'], string>> = {
  'rsa-pkcs1': 'RSA',
  'rsa-pss': 'RSA-PSS',
  ecdsa: 'ECDSA',
  ed25519: 'Ed25519',
};

/** E.g. `RSA, SHA-256` or `ECDSA, SHA3-512`. */
export function describeAlgorithm(scheme: SignatureScheme): string {
  const digest = scheme.digest.toUpperCase().replace(/^SHA(?=\d\d)/, 'SHA-');
  return `${KINDS[scheme.kind]}, ${digest}`;
}

/** A serial number in hex, as certificate viewers show it. */
export function describeSerial(serial: Uint8Array): string {
  // RFC 5280, 4.1.2.2: at most 20 bytes; a longer one is a trick and is cut.
  return Buffer.from(serial.subarray(0, 40)).toString('hex').toUpperCase();
}
