import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { StoredPart } from '../../../connectors/mail/mail.js';
import type { ScratchAtNeed } from '../../platform/scratch-folder.js';

/** Writes parts into the scratch folder of one examination; names are numbers, never what a sender wrote. */
export interface PartStore {
  put(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<StoredPart>;
}

export function createPartStore(scratch: ScratchAtNeed): PartStore {
  let count = 0;
  return {
    put: async (content) => {
      count += 1;
      const path = await scratch.place(`part-${count}`);
      const hash = createHash('sha256');
      let size = 0;
      const handle = await open(path, 'wx');
      try {
        for await (const chunk of content) {
          hash.update(chunk);
          size += chunk.length;
          await handle.writeFile(chunk);
        }
      } finally {
        await handle.close();
      }
      return { path, size, sha256: hash.digest('hex') };
    },
  };
}
