import { join } from 'node:path';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { openSource } from '../import/import-source.js';
import type { ImportVorgangInput } from '../import/import-vorgang.js';
import { probeImport } from '../import/probe-import.js';
import { storeFiles, vorgaengeOf } from '../import/run-import.js';
import { fetchObject } from '../platform/objects/fetch-object.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Examiner } from '../posteingang/examination/examine.js';
import type { Angebot } from './angebot.store.js';

export interface ReadParts {
  readonly objects: ObjectStore;
  readonly examiner: Examiner;
  readonly largestItem: number;
}

/**
 * Reads a package as the import reads every other: each file is examined before anything is made of it, and its bytes lie in
 * the store before a row names them. One faulty file refuses the whole.
 */
export async function readPackage(
  { objects, examiner, largestItem }: ReadParts,
  { id, sha256, kennzeichen, einheitId, fromName }: Angebot,
  folder: string,
  today: Day,
): Promise<ImportVorgangInput[] | Rejection> {
  if (sha256 === null || einheitId === null) return reject('weitergabe.notReadable');
  const path = join(folder, 'package.zip');
  await fetchObject(objects, sha256, path);
  const source = await openSource(path);
  if (isRejection(source)) return source;
  try {
    // Their position is not ours: whoever accepted it has said where it is to lie.
    const positions = new Map([[kennzeichen, einheitId]]);
    const probed = await probeImport(source, { examiner, largestItem, positions, today, progress: () => undefined });
    if (isRejection(probed)) return probed;
    if (probed.faults.length > 0) return reject('weitergabe.notReadable');
    const origin = { de: `Von „${fromName}“`, en: `from “${fromName}”` };
    // People go on looking for what it was called there.
    const lines = probed.lines.map((line) => ({ ...line, akte: `${line.akte}, ${fromName}` }));
    const vorgaenge: ImportVorgangInput[] = [];
    for (const group of vorgaengeOf(lines).values()) {
      const stored = await storeFiles(objects, source, id, group);
      if (isRejection(stored)) return stored;
      vorgaenge.push({ ...stored, origin });
    }
    return vorgaenge;
  } finally {
    source.close();
  }
}
