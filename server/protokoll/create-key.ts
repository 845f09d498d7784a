import { systemAct } from '../platform/act.js';
import { sealKey } from '../signatur/keys/seal-key.js';
import { originOf } from './checkpoint.js';
import { insertKey, listKeys, lockKeys } from './key.store.js';
import { formatVerifierKey, makeSignerKey } from './signed-note.js';

export interface CreateKeyInput {
  /** Seals the private half. */
  readonly secret: Uint8Array;
}

/** Makes the first key of a Mandant, before its first checkpoint; does nothing where there is one. */
export const createKey = systemAct('protokoll.createKey', async (tx, { secret }: CreateKeyInput) => {
  await lockKeys(tx, tx.mandantId);
  if ((await listKeys(tx)).length > 0) return {};
  const { privateKey, ...key } = makeSignerKey(originOf(tx.mandantId));
  await insertKey(tx, tx.mandantId, { ...key, sealedKey: sealKey(secret, privateKey) }, tx.clock.now());
  // The public key stands in the chain itself: whoever exchanges it later changes a row.
  tx.protokoll({
    objectKind: 'mandant',
    objectId: tx.mandantId,
    payload: {
      verifierKey: formatVerifierKey(key),
      text: {
        de: `Schlüssel ${key.keyHash} für die Prüfpunkte des Protokolls angelegt`,
        en: `Key ${key.keyHash} for the checkpoints of the audit trail created`,
      },
    },
  });
  return {};
});
