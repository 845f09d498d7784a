import { open, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { openPackage } from '../../archive/package/read-package.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';

/** A file of the source. Its bytes can be read several times. */
export interface SourceFile {
  readonly size: number;
  /** Opened by whoever asks for the first of them, and closed with the last or when that one goes. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** Where the manifest and its files lie. */
export interface ImportSource {
  readonly name: string;
  /** The file of that name, or why there is none. */
  find(name: string): Promise<SourceFile | Sentence>;
  close(): void;
}

export const MANIFEST = 'manifest.csv';

/** Opens a folder, or a ZIP without folders whose directory holds no surprise. */
export async function openSource(path: string): Promise<ImportSource | Rejection> {
  const state = await stat(path).catch(() => null);
  if (!state) return reject('import.noManifest', { found: path });
  return state.isDirectory() ? folderSource(path) : zipSource(path);
}

async function folderSource(path: string): Promise<ImportSource> {
  const root = await realpath(path);
  return {
    name: basename(root),
    close: () => undefined,
    find: async (name) => {
      // macOS and some archives write an umlaut as two characters; the manifest has been made one.
      for (const form of [name, name.normalize('NFD')]) {
        const found = await realpath(join(root, form)).catch(() => null);
        if (found === null) continue;
        if (!found.startsWith(root + sep)) {
          return { de: 'Sie liegt außerhalb des Ordners', en: 'it lies outside the folder' };
        }
        const state = await stat(found);
        if (!state.isFile()) return { de: 'Das ist keine Datei', en: 'that is no file' };
        return { size: state.size, bytes: () => readWhole(found, state.size) };
      }
      return ABSENT;
    },
  };
}

const PIECE = 65_536;

/** A stream does the same and costs a small file more than its bytes do; an import reads each twice. */
async function* readWhole(path: string, size: number): AsyncGenerator<Uint8Array> {
  const handle = await open(path);
  try {
    // Room for one more byte: a file that has grown since it was found does not pass for its beginning.
    const most = Math.min(size + 1, PIECE);
    for (let done = 0; ;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(most), 0, most, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      done += bytesRead;
      if (bytesRead < most && done === size) return;
    }
  } finally {
    await handle.close();
  }
}

async function zipSource(path: string): Promise<ImportSource | Rejection> {
  const zip = await openPackage(path);
  if (zip.kind === 'refused') {
    const [first] = zip.findings;
    return reject('import.noManifest', { found: first ? first.de : path });
  }
  const sizes = new Map(zip.entries.map(({ name, size }) => [name.normalize('NFC'), { name, size }]));
  return {
    name: basename(path),
    close: () => zip.close(),
    find: (name) => {
      const entry = sizes.get(name);
      const bytes = async function* (of: string) {
        yield* (await zip.read(of)) as AsyncIterable<Uint8Array>;
      };
      return Promise.resolve(entry ? { size: entry.size, bytes: () => bytes(entry.name) } : ABSENT);
    },
  };
}

const ABSENT = { de: 'Sie fehlt', en: 'it is missing' };
