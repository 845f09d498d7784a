import { verify, type KeyObject } from 'node:crypto';
import type { ProofKeys } from '../../connectors/api/editor-server.js';

/** What an editor server has signed, as its request brings it. */
export interface SignedRequest {
  readonly token: string;
  /** The whole address as the editor server asked it. */
  readonly address: string;
  /** `X-WOPI-TimeStamp`: ticks of 100 ns since the year 1. */
  readonly timeStamp: string;
  readonly proof: string;
  readonly proofOld: string;
}

// 20 minutes, as the reference of WOPI says; a clock of another machine may also be a little ahead of ours.
const OLDEST_MILLISECONDS = 20 * 60_000;
const TICKS_PER_MILLISECOND = 10_000n;
const TICKS_BEFORE_1970 = 621_355_968_000_000_000n;

/**
 * Whether the request comes from the editor server: its proof holds under its key, or, around a change of keys, the new
 * proof under the old key that we know, or the old proof under the new key.
 */
export function isProved(request: SignedRequest, { current, old }: ProofKeys, now: number): boolean {
  if (!/^\d{1,19}$/.test(request.timeStamp)) return false;
  const ticks = BigInt(request.timeStamp);
  const age = now - Number((ticks - TICKS_BEFORE_1970) / TICKS_PER_MILLISECOND);
  if (Math.abs(age) > OLDEST_MILLISECONDS) return false;
  const bytes = provenBytes(request.token, request.address, ticks);
  return (
    holds(bytes, request.proof, current) ||
    holds(bytes, request.proofOld, current) ||
    (old !== null && holds(bytes, request.proof, old))
  );
}

/** Token, address in upper case and time, each with its length before it. */
export function provenBytes(token: string, address: string, ticks: bigint): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigInt64BE(BigInt.asIntN(64, ticks));
  const parts = [Buffer.from(token), Buffer.from(address.toUpperCase()), time];
  return Buffer.concat(parts.flatMap((part) => [lengthOf(part), part]));
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(part.length);
  return length;
}

function holds(bytes: Buffer, proof: string, key: KeyObject): boolean {
  return proof !== '' && verify('RSA-SHA256', bytes, key, Buffer.from(proof, 'base64'));
}
