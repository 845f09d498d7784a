import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './durable-file.js';

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
