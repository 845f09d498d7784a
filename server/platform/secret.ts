import { hkdfSync, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SECRET_BYTES = 32;

/** Keys of the server, each for one use, so that a leak of one tells nothing about the others. */
export interface ServerSecrets {
  /** Signs the session cookie. */
  readonly session: string;
  /** Makes the CSRF tokens. */
  readonly csrf: string;
  /** Seals the signing keys of people (AES-256). */
  readonly signingKeys: Uint8Array;
}

/** Reads the server's secret from its data folder, making one at the first start; only the owner may read the file. */
export async function loadServerSecrets(dataFolder: string): Promise<ServerSecrets> {
  const master = await readOrCreate(join(dataFolder, 'server.secret'));
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `laufmappe/${use}/1`, SECRET_BYTES));
  return {
    session: derive('session').toString('base64'),
    csrf: derive('csrf').toString('base64'),
    signingKeys: derive('signing-keys'),
  };
}

async function readOrCreate(path: string): Promise<Buffer> {
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, randomBytes(SECRET_BYTES).toString('base64'), { mode: 0o600, flush: true });
  try {
    // A hard link appears whole or not at all: of two servers that start at once one wins, and both read its secret.
    await link(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(fresh, { force: true });
  }
  return Buffer.from(await readFile(path, 'utf8'), 'base64');
}
