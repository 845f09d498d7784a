import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** One entry that is read at all; a document of 400 pages has about 4 MB of XML. */
const LARGEST_ENTRY = 30_000_000;

/**
 * The wanted entries of a ZIP whose directory was judged before. Sizes are checked against the directory while unpacking.
 * @throws what the ZIP is broken by
 */
export function readEntries(path: string, wanted: RegExp): Promise<Map<string, string>> {
  return new Promise((resolve, fail) => {
    yauzl.open(path, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) return fail(error);
      const found = new Map<string, string>();
      zip.on('error', fail);
      zip.on('end', () => resolve(found));
      zip.on('entry', (entry: yauzl.Entry) => {
        if (!wanted.test(entry.fileName) || entry.uncompressedSize > LARGEST_ENTRY) return zip.readEntry();
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return fail(broken);
          buffer(stream).then((bytes) => {
            found.set(entry.fileName, bytes.toString('utf8'));
            zip.readEntry();
          }, fail);
        });
      });
      zip.readEntry();
    });
  });
}
