import { createHash } from 'node:crypto';
import type { UploadPart } from '../../contract/upload-views.js';
import type { ObjectStore } from '../objects/object-store.js';

/** A piece that is not in the store as it was when it came. */
export class DamagedPart extends Error {}

/**
 * The bytes of all pieces in their order. Each piece is hashed again on its way: the hash of the whole must not be the
 * hash of what a disk has made of a piece in the meantime.
 *
 * @throws DamagedPart
 */
export async function* bytesOfParts(
  objects: Pick<ObjectStore, 'get'>,
  parts: readonly UploadPart[],
): AsyncIterable<Uint8Array> {
  for (const part of parts) {
    const hash = createHash('sha256');
    for await (const chunk of await objects.get(part.sha256)) {
      hash.update(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
    if (hash.digest('hex') !== part.sha256) throw new DamagedPart(`the piece at byte ${part.start} is damaged`);
  }
}
