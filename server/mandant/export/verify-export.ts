import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { hashOfFile } from './hashed-file.js';
import { objectPath } from './export-objects.js';
import { parseManifest, type Manifest } from './manifest.js';

export interface VerifiedExport {
  readonly manifest: Manifest;
  /** Files that are not what the manifest says, or not there. */
  readonly broken: readonly string[];
}

/** Reads everything of an export again and compares it with its manifest; null where the folder holds no complete one. */
export async function verifyExport(folder: string): Promise<VerifiedExport | null> {
  const manifest = parseManifest(await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => ''));
  if (!manifest) return null;
  const broken: string[] = [];
  const files = [...manifest.tables, manifest.protokoll, ...manifest.checkpoints, manifest.objectList];
  for (const { file, sha256 } of files) {
    const found = normalize(file).startsWith('..') ? null : await hashOfFile(join(folder, file));
    if (found?.sha256 !== sha256) broken.push(file);
  }
  if (broken.length > 0) return { manifest, broken };
  const missing = new Set(manifest.missing);
  for await (const sha256 of createInterface({ input: createReadStream(join(folder, manifest.objectList.file)) })) {
    if (sha256 === '' || missing.has(sha256)) continue;
    if ((await hashOfFile(objectPath(folder, sha256)))?.sha256 !== sha256) broken.push(`objects/${sha256}`);
  }
  return { manifest, broken };
}
