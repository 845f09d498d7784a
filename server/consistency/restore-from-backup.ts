import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { isRejection } from '../contract/rejections.js';
import type { ObjectStore } from '../platform/objects/object-store.js';

/** What became of one object that was to come from a backup. */
export type Restored = 'restored' | 'notInBackup' | 'backupDamaged' | 'refused';

/**
 * Takes an object from a copy of the objects folder, when it is what its name says. Damaged bytes in the store make room for
 * it only after the copy has been read whole: whatever happens in between, the backup still has them.
 *
 * @param folder a copy of `data/objects`, or a folder with the objects directly in it
 */
export async function restoreFromBackup(objects: ObjectStore, folder: string, sha256: string): Promise<Restored> {
  const places = [join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), join(folder, sha256)];
  let found: Restored = 'notInBackup';
  for (const path of places) {
    const hash = await hashOf(path);
    if (hash === null) continue;
    if (hash !== sha256) {
      found = 'backupDamaged';
      continue;
    }
    // A store keeps what lies under a name with the right size; so damaged bytes have to go first.
    if ((await objects.verify(sha256)) === 'damaged') await objects.remove(sha256, 0);
    const stored = await objects.put(createReadStream(path));
    const whole = !isRejection(stored) && (await objects.verify(sha256)) === 'intact';
    return whole ? 'restored' : 'refused';
  }
  return found;
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
  return hash.digest('hex');
}
