import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** One signature line of a note. A note may carry several: of an old and a new key, or of witnesses elsewhere. */
export interface NoteSignature {
  readonly name: string;
  /** First four bytes of SHA-256 over name, algorithm and public key, in hexadecimal. */
  readonly keyHash: string;
  readonly signature: Buffer;
}

/** The public half of a key, as somebody outside keeps it. */
export interface VerifierKey {
  readonly name: string;
  readonly keyHash: string;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Buffer;
}

export interface SignerKey extends VerifierKey {
  /** PKCS#8, DER. */
  readonly privateKey: Uint8Array;
}

const ED25519 = 1;
const HASH_BYTES = 4;

/** Makes an Ed25519 key. A name holds neither white space nor `+` (C2SP signed-note). */
export function makeSignerKey(name: string): SignerKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return { ...verifierKey(name, raw), privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }) };
}

/** The public key as one line of text: `<name>+<hash>+<algorithm and key in base64>`. */
export function formatVerifierKey({ name, keyHash, publicKey }: VerifierKey): string {
  return `${name}+${keyHash}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`;
}

/** Reads a public key; null where the text is none, or where its hash is not that of its name and key. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name, keyHash, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (!name || bytes.length !== 33 || bytes[0] !== ED25519) return null;
  const key = verifierKey(name, bytes.subarray(1));
  return key.keyHash === keyHash ? key : null;
}

/** Signs a text that ends with a line feed. */
export function signNote(text: string, { name, keyHash, privateKey }: SignerKey): NoteSignature {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  return { name, keyHash, signature: sign(null, Buffer.from(text), key) };
}

/** Whether this signature was made over the text by the holder of the key. */
export function noteFits(text: string, { signature }: NoteSignature, { publicKey }: VerifierKey): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') };
  return verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

/** The signature lines, as they follow the text after an empty line. */
export function formatSignatures(signatures: readonly NoteSignature[]): string {
  return signatures
    .map(({ name, keyHash, signature }) => {
      const bytes = Buffer.concat([Buffer.from(keyHash, 'hex'), signature]);
      return `— ${name} ${bytes.toString('base64')}\n`;
    })
    .join('');
}

/** Reads signature lines; null where one of them is none. Which of them count is the reader's decision. */
export function parseSignatures(text: string): NoteSignature[] | null {
  if (!text.endsWith('\n')) return null;
  const lines = text.slice(0, -1).split('\n').map(parseSignature);
  return lines.every((line) => line !== null) ? lines : null;
}

function parseSignature(line: string): NoteSignature | null {
  const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (!name || bytes.length <= HASH_BYTES) return null;
  return { name, keyHash: bytes.toString('hex', 0, HASH_BYTES), signature: bytes.subarray(HASH_BYTES) };
}

function verifierKey(name: string, publicKey: Buffer): VerifierKey {
  const hash = createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(publicKey).digest();
  return { name, keyHash: hash.toString('hex', 0, HASH_BYTES), publicKey };
}
