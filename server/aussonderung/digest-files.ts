import { createHash } from 'node:crypto';
import { reject, type Rejection } from '../contract/rejections.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { TransferVersion } from './transfer-records.js';

/** SHA-512 by SHA-256, for files that were read whole and found as they were checked in. */
export type FileDigests = ReadonlyMap<string, string>;

/**
 * Reads every file once: its SHA-256 and size must be those of its check-in, and its SHA-512 is what the packing will
 * check again. The same bytes in two Dokumente are read once.
 * @returns the digests, or one refusal per file that is missing or was changed
 */
export async function digestFiles(
  objects: ObjectStore,
  versions: readonly TransferVersion[],
): Promise<FileDigests | Rejection[]> {
  const digests = new Map<string, string>();
  const damaged: Rejection[] = [];
  for (const version of versions) {
    if (digests.has(version.sha256)) continue;
    const digest = await digestFile(objects, version);
    if (typeof digest === 'string') digests.set(version.sha256, digest);
    else damaged.push(digest);
  }
  return damaged.length > 0 ? damaged : digests;
}

async function digestFile(objects: ObjectStore, version: TransferVersion): Promise<string | Rejection> {
  const stored = await objects.stat(version.sha256);
  if (!stored) return damagedFile(version, 'sie fehlt im Speicher', 'it is missing in the storage');
  if (stored.size !== version.size) {
    return damagedFile(
      version,
      `${stored.size} statt ${version.size} Bytes`,
      `${stored.size} instead of ${version.size} bytes`,
    );
  }
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  for await (const chunk of await objects.get(version.sha256)) {
    sha256.update(chunk as Buffer);
    sha512.update(chunk as Buffer);
  }
  if (sha256.digest('hex') === version.sha256) return sha512.digest('hex');
  return damagedFile(version, 'ihr SHA-256 stimmt nicht mehr', 'its SHA-256 no longer matches');
}

function damagedFile({ fileName }: TransferVersion, problemDe: string, problemEn: string): Rejection {
  return reject('aussonderung.fileDamaged', { name: fileName, problemDe, problemEn });
}
