import { statfs } from 'node:fs/promises';
import { StartupProblem } from './startup-problem.js';

/**
 * Makes sure that the largest file that is let in could fit at all. Memory is no question of it: files go through in pieces,
 * and a test holds 2 GB to 200 MB. What is free right now is asked at each upload.
 *
 * @throws StartupProblem `limitExceedsDisk`
 */
export async function requireRoom(
  folder: string,
  maximumFileSize: number,
  sizeOfDisk: (folder: string) => Promise<number> = diskSize,
): Promise<void> {
  const size = await sizeOfDisk(folder);
  // Its pieces lie beside the whole until the sweeper comes.
  if (size >= maximumFileSize * 2) return;
  throw new StartupProblem('limitExceedsDisk', {
    folder,
    limit: Math.round(maximumFileSize / 1_000_000),
    found: Math.floor(size / 1_000_000),
    fitting: Math.floor(size / 2_000_000),
  });
}

async function diskSize(folder: string): Promise<number> {
  const { blocks, bsize } = await statfs(folder);
  return blocks * bsize;
}
