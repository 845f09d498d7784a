import { z } from 'zod';
import type { AkteProtokoll } from '../contract/protokoll-views.js';
import { checkSignatures, type SignatureState } from './check-signatures.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { exportedRow, readExportedRow } from './export-protokoll.js';
import { includes, inclusionPath } from './merkle-proof.js';
import { createProofTree, type TreeParts } from './proof-tree.js';
import { commitTo, hashRow } from './protokoll-chain.js';
import type { VerifierKey } from './signed-note.js';
import type { ProtokollRow } from './verify-protokoll.js';

/** First line of a Nachweis: what is proved, against which checkpoint. The rows follow, one line each. */
export interface NachweisHead {
  readonly akte: AkteProtokoll['akte'];
  /** The signed note. */
  readonly checkpoint: string;
  /** Rows of the Akte that the checkpoint covers, and those that are younger than it. */
  readonly rows: number;
  readonly younger: number;
}

const FORMAT = 'laufmappe/nachweis/1';

export function nachweisHead(head: NachweisHead): string {
  return `${JSON.stringify({ format: FORMAT, ...head })}\n`;
}

/** Lines of some rows, each with the hashes that lead from it to the root of the checkpoint. */
export function nachweisLines(rows: readonly ProtokollRow[], parts: TreeParts): string[] {
  const hashOf = createProofTree(parts);
  return rows.map((row) => {
    const path = inclusionPath(Number(row.sequence) - 1, parts.size);
    const proof = path.map((range) => hashOf(range).toString('base64'));
    return `${JSON.stringify({ ...exportedRow(row), proof })}\n`;
  });
}

/** What a Nachweis proves to somebody who holds public keys from outside. */
export interface NachweisVerdict {
  readonly akte: AkteProtokoll['akte'] | null;
  readonly checkpoint: Checkpoint | null;
  readonly signature: SignatureState | 'unchecked';
  readonly rows: number;
  readonly erased: number;
  readonly younger: number;
  /** The first line that proves nothing, and why. */
  readonly broken: { readonly line: number; readonly reason: NachweisFault } | null;
}

export type NachweisFault =
  | 'notANachweis'
  | 'checkpoint'
  | 'notARow'
  | 'foreign'
  | 'changed'
  | 'content'
  | 'notIncluded'
  | 'order'
  | 'incomplete';

/** Checks a Nachweis, line by line, without our server, our database or our folder of checkpoints. */
export async function verifyNachweis(
  lines: AsyncIterable<string>,
  keys: readonly VerifierKey[],
): Promise<NachweisVerdict> {
  let verdict: NachweisVerdict = NOTHING;
  let expected = 0;
  let last = 0n;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (line === 1) {
      const head = readHead(text);
      if (!head) return failed(verdict, line, 'notANachweis');
      const checkpoint = parseCheckpoint(head.checkpoint);
      if (!checkpoint) return failed(verdict, line, 'checkpoint');
      const signature = keys.length === 0 ? 'unchecked' : checkSignatures(checkpoint, keys);
      verdict = { ...verdict, akte: head.akte, checkpoint, signature, younger: head.younger };
      expected = head.rows;
      continue;
    }
    const row = readRow(text);
    const fault = row ? checkRow(row, verdict.checkpoint, last) : 'notARow';
    if (!row || fault) return failed(verdict, line, fault ?? 'notARow');
    last = row.sequence;
    verdict = { ...verdict, rows: verdict.rows + 1, erased: verdict.erased + (row.content ? 0 : 1) };
  }
  if (line === 0) return failed(verdict, 1, 'notANachweis');
  return verdict.rows === expected ? verdict : failed(verdict, line + 1, 'incomplete');
}

/** Everything in order, and signed by a key that was given. */
export function isNachweisProved({ broken, signature }: NachweisVerdict): boolean {
  return broken === null && (signature === 'signed' || signature === 'unchecked');
}

type ProvenRow = ProtokollRow & { readonly proof: readonly Buffer[] };

function checkRow(row: ProvenRow, checkpoint: Checkpoint | null, last: bigint): NachweisFault | null {
  if (row.mandantId !== checkpoint?.mandantId) return 'foreign';
  if (row.sequence <= last) return 'order';
  if (!hashRow(row).equals(row.rowHash)) return 'changed';
  if (row.content && !commitTo(row.content.payload, row.content.salt).equals(row.commitment)) return 'content';
  const place = { index: Number(row.sequence) - 1, size: checkpoint.size, root: checkpoint.root };
  return includes(place, row.rowHash, row.proof) ? null : 'notIncluded';
}

const NOTHING: NachweisVerdict = {
  akte: null,
  checkpoint: null,
  signature: 'unchecked',
  rows: 0,
  erased: 0,
  younger: 0,
  broken: null,
};

function failed(verdict: NachweisVerdict, line: number, reason: NachweisFault): NachweisVerdict {
  return { ...verdict, broken: { line, reason } };
}

const headSchema = z.object({
  format: z.literal(FORMAT),
  akte: z.object({ id: z.string(), aktenzeichen: z.string(), betreff: z.string() }),
  checkpoint: z.string(),
  rows: z.int().min(0),
  younger: z.int().min(0),
});

// 64 levels hold more rows than there are.
const proofSchema = z.object({ proof: z.array(z.base64().length(44)).max(64) });

function readHead(text: string): NachweisHead | null {
  return headSchema.safeParse(parsed(text)).data ?? null;
}

function readRow(text: string): ProvenRow | null {
  const value = parsed(text);
  const row = readExportedRow(value);
  const found = proofSchema.safeParse(value);
  if ('fault' in row || !found.success) return null;
  return { ...row, proof: found.data.proof.map((hash) => Buffer.from(hash, 'base64')) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
