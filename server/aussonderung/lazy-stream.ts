import { Readable } from 'node:stream';

/**
 * A stream that is opened at its first read. The packer wants a stream at once, the store answers with a promise; and
 * 100,000 files opened at the same time would be more than a process may have.
 */
export function lazily(open: () => Promise<Readable>): Readable {
  return Readable.from(chunks(open), { objectMode: false });
}

async function* chunks(open: () => Promise<Readable>): AsyncGenerator<Uint8Array> {
  yield* (await open()) as AsyncIterable<Uint8Array>;
}
