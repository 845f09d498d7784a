import { createReadStream } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ScratchAtNeed } from '../../platform/scratch-folder.js';

/** The bytes of one file that is looked into. */
export interface Content {
  /** The first of them, or all of a shorter file. */
  start(length: number): Promise<Buffer>;
  whole(): Promise<Buffer>;
  stream(): Readable;
  /** Where they lie on the disk, for readers that jump about in a file. */
  path(): Promise<string>;
}

/** Bytes as they travel between processes. */
export type SentContent = { readonly path: string } | { readonly bytes: Uint8Array };

/** Name of the original in the folder of its examination. */
export const ORIGINAL = 'original';

export function contentOf(sent: SentContent, scratch: ScratchAtNeed): Content {
  return 'path' in sent ? contentOnDisk(sent.path) : contentInMemory(Buffer.from(sent.bytes), scratch);
}

export function contentOnDisk(path: string): Content {
  return {
    start: (length) => readStart(path, length),
    whole: () => readFile(path),
    stream: () => createReadStream(path),
    path: () => Promise.resolve(path),
  };
}

/** They reach the disk only where somebody asks for their path. */
function contentInMemory(bytes: Buffer, scratch: ScratchAtNeed): Content {
  let written: Promise<string> | undefined;
  const write = async () => {
    const path = await scratch.place(ORIGINAL);
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
    return path;
  };
  return {
    start: (length) => Promise.resolve(bytes.subarray(0, length)),
    whole: () => Promise.resolve(bytes),
    stream: () => Readable.from([bytes]),
    path: () => (written ??= write()),
  };
}

async function readStart(path: string, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
