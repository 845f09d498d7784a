import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

export interface HashedFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes pieces into a new file, to the disk, and answers what was written. */
export async function writeHashed(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<HashedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'w', 0o600);
  try {
    for await (const piece of pieces) {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(buffer);
      bytes += buffer.length;
      await file.writeFile(buffer);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Hash of a file as it is; null where there is none. */
export async function hashOfFile(path: string): Promise<HashedFile | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(path, 'r');
    for await (const piece of file.createReadStream()) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return { sha256: hash.digest('hex'), bytes };
}
