import { unlink } from 'node:fs/promises';

/** Removes a file that may be gone already. Half the work of `rm` with `force`, which looks at it first. */
export async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
