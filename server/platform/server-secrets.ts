import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreateSecret } from './secrets.js';

/** Keys of the server, each for one use, so that a leak of one tells nothing about the others. */
export interface ServerSecrets {
  /** Signs the session cookie. */
  readonly session: string;
  /** Seals the signing keys of people (AES-256). */
  readonly signingKeys: Uint8Array;
  /** Seals the keys that sign the checkpoints of the Protokoll (AES-256). */
  readonly protokollKeys: Uint8Array;
  /** Seals what the sign-in keeps: second factors of people, tokens of directories (AES-256). */
  readonly signIn: Uint8Array;
}

const KEY_BYTES = 32;

/** Derives the keys from the one secret in the data folder, which is made at the first start. */
export async function loadServerSecrets(dataFolder: string): Promise<ServerSecrets> {
  const master = await readOrCreateSecret(join(dataFolder, 'secrets'), 'server');
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `laufmappe/${use}/1`, KEY_BYTES));
  return {
    session: derive('session').toString('base64'),
    signingKeys: derive('signing-keys'),
    protokollKeys: derive('protokoll-keys'),
    signIn: derive('sign-in'),
  };
}
