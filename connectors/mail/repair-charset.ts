import { Transform, type TransformCallback } from 'node:stream';
import { LARGEST_HEAD, readMailHead } from './mail-head.js';

/**
 * Hands a mail to the parser with undeclared 8-bit text made readable: the parser would replace each such byte by
 * U+FFFD. Only what cannot be UTF-8 is read as Windows-1252, the habit of old German mail programs. Bodies are touched
 * only in mails of a single part: in a multipart an undeclared byte may belong to an attachment. The stored original
 * is never touched.
 *
 * @param onGuess called once when a charset had to be guessed
 */
export function repairCharset(onGuess: () => void): Transform {
  let held: Buffer | null = Buffer.alloc(0);
  let holdBody = false;
  let guessed = false;

  const guess = (bytes: Buffer): Buffer => {
    if (isUtf8(bytes)) return bytes;
    if (!guessed) onGuess();
    guessed = true;
    return Buffer.from(new TextDecoder('windows-1252').decode(bytes), 'utf8');
  };
  const onHead = (stream: Transform, bytes: Buffer) => {
    const head = readMailHead(bytes);
    if (!head && bytes.length < LARGEST_HEAD) return;
    const length = head?.length ?? 0;
    stream.push(guess(bytes.subarray(0, length)));
    held = bytes.subarray(length);
    // A body above 5 MB is an attachment in disguise; it passes as it is.
    holdBody = head !== null && head.boundary === null && head.charset === null;
    if (!holdBody) release(stream);
  };
  const release = (stream: Transform) => {
    if (held && held.length > 0) stream.push(holdBody && held.length <= LARGEST_BODY ? guess(held) : held);
    held = null;
  };

  let headSeen = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      if (held === null) return done(null, chunk);
      held = Buffer.concat([held, chunk]);
      if (!headSeen) {
        onHead(this, held);
        headSeen = holdBody || held === null;
      }
      if (held !== null && held.length > LARGEST_BODY) release(this);
      done();
    },
    flush(done: TransformCallback) {
      release(this);
      done();
    },
  });
}

const LARGEST_BODY = 5_000_000;

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
