import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ObjectStore } from './object-store.js';

/** Copies stored bytes into a new file that its owner alone can read. */
export async function fetchObject(objects: Pick<ObjectStore, 'get'>, sha256: string, path: string): Promise<void> {
  await pipeline(await objects.get(sha256), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}
