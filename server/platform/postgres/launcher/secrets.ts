import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The secret kept under `name` in a folder that only its owner can read, made at the first call.
 * 32 random bytes as base64url: no character in it needs escaping in a URL, in SQL or in a shell.
 */
export async function readOrCreateSecret(folder: string, name: string): Promise<string> {
  return (await readSecret(folder, name)) ?? createSecret(folder, name);
}

/** The secret kept under `name`, or undefined when there is none. An empty file (full disk) counts as none. */
export async function readSecret(folder: string, name: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, name), 'utf8')).trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function createSecret(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(32).toString('base64url');
  await writeDurably(join(folder, name), `${secret}\n`, 0o600);
  return secret;
}

/** Writes a small file so that after a crash it is there whole or not at all. */
export async function writeDurably(path: string, text: string, mode: number): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  const handle = await open(draft, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
  await syncFolder(dirname(path));
}

/** Makes new names in a folder survive a power failure. Windows cannot open folders; NTFS journals names itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
