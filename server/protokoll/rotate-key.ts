import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { sealKey } from '../signatur/keys/seal-key.js';
import { originOf } from './checkpoint.js';
import { insertKey, listKeys, lockKeys, retireKey } from './key.store.js';
import { formatVerifierKey, makeSignerKey } from './signed-note.js';

const input = z.object({ keyHash: z.string().regex(/^[0-9a-f]{8}$/), reason });

/**
 * Replaces the key that signs the checkpoints. The next checkpoint carries both signatures, so that whoever holds the old
 * public key can take the new one over without believing us; after it the old private key is forgotten.
 *
 * @param secret seals the private half
 */
export function createRotateKey(secret: Uint8Array) {
  return act('protokoll.rotateKey', input, async (tx, { keyHash, reason }) => {
    await lockKeys(tx, tx.mandantId);
    const [current] = await listKeys(tx);
    if (!current) return reject('protokoll.noKey');
    if (current.keyHash !== keyHash) return reject('platform.stale');
    const { privateKey, ...next } = makeSignerKey(originOf(tx.mandantId));
    await retireKey(tx, tx.mandantId, current.keyHash, tx.clock.now());
    await insertKey(tx, tx.mandantId, { ...next, sealedKey: sealKey(secret, privateKey) }, tx.clock.now());
    const verifierKey = formatVerifierKey(next);
    tx.protokoll({
      objectKind: 'mandant',
      objectId: tx.mandantId,
      payload: {
        verifierKey,
        replaces: formatVerifierKey(current),
        reason,
        text: {
          de: `Schlüssel ${current.keyHash} der Prüfpunkte durch ${next.keyHash} ersetzt. Grund: ${reason}`,
          en: `Key ${current.keyHash} of the checkpoints replaced by ${next.keyHash}. Reason: ${reason}`,
        },
      },
    });
    return { verifierKey };
  });
}
