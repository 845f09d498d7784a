import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { Database } from '../platform/postgres/database.js';
import { openKey } from '../signatur/keys/seal-key.js';
import { createKey } from './create-key.js';
import { listKeys } from './key.store.js';
import type { SignerKey } from './signed-note.js';

export interface SigningParts {
  readonly database: Database;
  readonly runner: ActRunner;
  /** Opens the sealed keys; lies outside the database. */
  readonly secret: Uint8Array;
}

/**
 * The keys that sign the next checkpoint of a Mandant: the one in use, and a retired one that has not yet vouched for its
 * successor. The first call makes the first key.
 *
 * @throws where a key cannot be opened: an unsigned checkpoint after signed ones would look like a forgery
 */
export async function signingKeys({ database, runner, secret }: SigningParts, mandantId: Id): Promise<SignerKey[]> {
  const list = () => database.transaction(mandantId, (queries) => listKeys(queries));
  const system = { mandantId, actor: { kind: 'system', name: 'protokoll' } } as const;
  if ((await list()).length === 0) await runner.run(system, createKey, { secret });
  return (await list()).flatMap(({ name, keyHash, publicKey, sealedKey }) => {
    if (!sealedKey) return [];
    const privateKey = openKey(secret, sealedKey);
    if (isRejection(privateKey)) throw new Error(`Key ${keyHash} of the Protokoll: ${privateKey.message.en}`);
    return [{ name, keyHash, publicKey, privateKey }];
  });
}
