import type { SignatureScheme } from './cms/algorithms.js';

/**
 * A key that signs for one person or authority: a soft key today, a card (PKCS#11) or a remote service (CSC API) later.
 * The private key never passes this port.
 */
export interface Signer {
  /** The signer's X.509 certificate, DER. */
  readonly certificate: Uint8Array;
  /** The issuing certificates, DER, next issuer first; the root may be left out. */
  readonly chain: readonly Uint8Array[];
  readonly scheme: SignatureScheme;
  /**
   * Signs `data` whole: the DER of the signed attributes, some 300 bytes, never the document. The adapter hashes,
   * because node:crypto, cards and remote services want the hash in three different wrappings.
   */
  sign(data: Uint8Array): Promise<Uint8Array>;
}
