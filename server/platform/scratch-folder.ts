import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Works in a folder of its own, which is removed whatever happens.
 *
 * @param parent folder for such folders; made where it is missing
 * @param name what the work is, so that an administrator who finds a folder after a power cut knows what it was
 */
export async function inScratchFolder<Value>(
  parent: string,
  name: string,
  work: (folder: string) => Promise<Value>,
): Promise<Value> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, `${name}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
