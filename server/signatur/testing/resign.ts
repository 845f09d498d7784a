import { createHash } from 'node:crypto';
import { isRejection } from '../../contract/rejections.js';
import { buildCms } from '../cms-builder.js';
import type { Signer } from '../ports.js';

/** Turns a hash of the covered bytes into a CMS; by default an honest one. */
export type MakeCms = (digest: Uint8Array, signer: Signer) => Promise<Uint8Array>;

export const honestCms: MakeCms = async (digest, signer) => {
  const cms = await buildCms(digest, signer);
  if (isRejection(cms)) throw new Error(cms.code);
  return cms;
};

export interface SignaturePlace {
  /** Of `[` of the ByteRange and of `<` of Contents. */
  readonly rangeAt: number;
  readonly contentsAt: number;
  readonly range: readonly [number, number, number, number];
}

/** The place of the last signature in a file that signPdf wrote. */
export function placeOfSignature(file: Uint8Array): SignaturePlace {
  const text = Buffer.from(file).toString('latin1');
  const rangeAt = text.lastIndexOf('/ByteRange [') + '/ByteRange '.length;
  const numbers = text
    .slice(rangeAt + 1, text.indexOf(']', rangeAt))
    .trim()
    .split(/ +/)
    .map(Number);
  const [start = 0, length = 0, next = 0, rest = 0] = numbers;
  return { rangeAt, contentsAt: length, range: [start, length, next, rest] };
}

/**
 * What a malicious signer can do: states any ByteRange in a signed file and signs exactly the bytes it names, so that
 * the mathematics is right and only the structure can give the attack away.
 * @param statement text in place of the ByteRange array, without being longer than the old one
 * @param signed pairs of offset and length that are hashed
 */
export async function resign(
  file: Uint8Array,
  signer: Signer,
  statement: string,
  signed: readonly (readonly [number, number])[],
  makeCms: MakeCms = honestCms,
): Promise<Uint8Array> {
  const { rangeAt, range } = placeOfSignature(file);
  const copy = Buffer.from(file);
  const oldLength = copy.indexOf(']', rangeAt) + 1 - rangeAt;
  if (statement.length > oldLength) throw new Error('the statement does not fit into the old one');
  copy.write(statement.padEnd(oldLength), rangeAt, 'latin1');
  const hash = createHash(signer.scheme.digest);
  for (const [offset, length] of signed) hash.update(copy.subarray(offset, offset + length));
  const cms = await makeCms(hash.digest(), signer);
  copy.fill('0', range[1] + 1, range[2] - 1);
  copy.write(Buffer.from(cms).toString('hex'), range[1] + 1, 'latin1');
  return copy;
}

/** Signs again over the honest range, with another CMS or with changed bytes around it. */
export function resignHonestly(file: Uint8Array, signer: Signer, makeCms: MakeCms = honestCms): Promise<Uint8Array> {
  const { range } = placeOfSignature(file);
  const [start, length, next, rest] = range;
  return resign(
    file,
    signer,
    `[${range.join(' ')}]`,
    [
      [start, length],
      [next, rest],
    ],
    makeCms,
  );
}
