import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

export interface Digest {
  /** Hexadecimal SHA-512. */
  readonly sha512: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * A stream that lets everything pass and measures it. `judge` is asked when all has passed; an error from it ends the
 * stream as a fault, before the reader can take the last byte for the end of a good file.
 */
export function createDigest(
  judge: (digest: Digest) => Error | undefined = () => undefined,
): Transform & { digest: () => Digest } {
  const hash = createHash('sha512');
  let size = 0;
  let digest: Digest | undefined;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
    flush(done: TransformCallback) {
      digest = { sha512: hash.digest('hex'), size };
      done(judge(digest) ?? null);
    },
  });
  return Object.assign(stream, {
    digest: () => {
      if (digest === undefined) throw new Error('The stream has not ended yet');
      return digest;
    },
  });
}
