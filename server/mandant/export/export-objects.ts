import { createReadStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ObjectStore } from '../../platform/objects/object-store.js';
import { writeHashed } from './hashed-file.js';

export interface ExportedObjects {
  readonly count: number;
  readonly bytes: number;
  readonly missing: string[];
}

/**
 * Copies every object of the list into `objects/`. What is there already stays: a file has its name only when all its bytes
 * are on the disk, so a broken run goes on where it was.
 */
export async function exportObjects(
  objects: Pick<ObjectStore, 'get' | 'stat'>,
  folder: string,
  onObject: () => void,
): Promise<ExportedObjects> {
  const list = createInterface({ input: createReadStream(join(folder, 'rows', 'objects.txt'), 'utf8') });
  let [count, bytes] = [0, 0];
  const missing: string[] = [];
  for await (const sha256 of list) {
    if (sha256 === '') continue;
    const size = await copyObject(objects, folder, sha256);
    if (size === null) missing.push(sha256);
    else [count, bytes] = [count + 1, bytes + size];
    onObject();
  }
  return { count, bytes, missing };
}

/** Where an object lies in an export. */
export function objectPath(folder: string, sha256: string): string {
  return join(folder, 'objects', sha256.slice(0, 2), sha256);
}

async function copyObject(
  objects: Pick<ObjectStore, 'get' | 'stat'>,
  folder: string,
  sha256: string,
): Promise<number | null> {
  const path = objectPath(folder, sha256);
  const present = await stat(path).catch(() => null);
  if (present) return present.size;
  if (!(await objects.stat(sha256))) return null;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const written = await writeHashed(`${path}.partial`, (await objects.get(sha256)) as AsyncIterable<Uint8Array>);
  if (written.sha256 !== sha256) throw new Error(`the store holds other bytes under ${sha256}`);
  await rename(`${path}.partial`, path);
  return written.bytes;
}
