import { createHash } from 'node:crypto';
import { commitTo, GENESIS, hashRow } from '../../server/protokoll/protokoll-chain.js';
import type { ProtokollRow } from '../../server/protokoll/verify-protokoll.js';

/** From this row on, another actor: what a forger with the database's password would write. */
export interface Forgery {
  readonly from: number;
  readonly actor: string;
}

/** A chain of `length` rows, the same at every call. */
export function chainOf(mandantId: string, length: number, forgery?: Forgery): ProtokollRow[] {
  const rows: ProtokollRow[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const salt = createHash('sha256').update(`salt ${sequence}`).digest().subarray(0, 16);
    const payload = { text: { de: `Zeile ${sequence}`, en: `Row ${sequence}` } };
    const row = {
      mandantId,
      sequence: BigInt(sequence),
      at: new Date(Date.UTC(2026, 10, 24, 9, 0, sequence)),
      actor: forgery && sequence >= forgery.from ? forgery.actor : 'test',
      action: 'akte.openVorgang',
      objectKind: 'vorgang',
      objectId: '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1affff',
      correlationId: null,
      commitment: commitTo(payload, salt),
      previousHash: rows.at(-1)?.rowHash ?? GENESIS,
    };
    rows.push({ ...row, rowHash: hashRow(row), content: { salt, payload } });
  }
  return rows;
}

/** The row with its hash computed anew, as a forger would. */
export function rechained(row: ProtokollRow): ProtokollRow {
  return { ...row, rowHash: hashRow(row) };
}
