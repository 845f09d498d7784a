import { createWriteStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';

export interface PackageEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A letter with a coat of arms and a scanned signature has 2 MB. */
export const LARGEST_CONTENT = 60_000_000;

/**
 * Every entry of a ZIP whose directory was judged before, in its order. Sizes are checked against the directory while
 * unpacking.
 * @throws what the ZIP is broken by, or that it is too large
 */
export function readPackage(path: string): Promise<PackageEntry[]> {
  return new Promise((resolve, fail) => {
    yauzl.open(path, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return fail(error);
      const found: PackageEntry[] = [];
      let size = 0;
      zip.on('error', fail);
      zip.on('end', () => resolve(found));
      zip.on('entry', (entry: yauzl.Entry) => {
        size += entry.uncompressedSize;
        if (size > LARGEST_CONTENT) return fail(new Error('The package is too large'));
        if (entry.fileName.endsWith('/')) return zip.readEntry();
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return fail(broken);
          buffer(stream).then((bytes) => {
            found.push({ name: entry.fileName, bytes });
            zip.readEntry();
          }, fail);
        });
      });
      zip.readEntry();
    });
  });
}

// The first moment that a ZIP can tell: the same entries are the same bytes on any day.
const NO_TIME = new Date(1980, 0, 1);

/** Packs entries in their order. `mimetype` lies in the clear, as ISO/IEC 26300 wants it. */
export async function writePackage(entries: readonly PackageEntry[], path: string): Promise<void> {
  const zip = new ZipFile();
  for (const { name, bytes } of entries) {
    zip.addBuffer(bytes, name, { mtime: NO_TIME, compress: name !== 'mimetype', forceDosTimestamp: true });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}
