import type { Id, Instant } from '../contract/views.js';
import { createMerkleTree, type MerkleTree } from './merkle-tree.js';

/** How a chain stood at one moment. Kept outside the database, so that whoever rewrites the rows cannot rewrite it. */
export interface Checkpoint {
  readonly mandantId: Id;
  /** Number of rows. */
  readonly size: number;
  /** RFC 9162 root over the row hashes. */
  readonly root: Buffer;
  readonly at: Instant;
  /** Hash of the last row: the next row must name it. */
  readonly head: Buffer;
  /** Roots of the complete subtrees: the next checkpoint is computed from here, not from the whole table. */
  readonly frontier: readonly Buffer[];
}

const ORIGIN = 'laufmappe/protokoll/';

/** Takes the state of a tree as a checkpoint. */
export function takeCheckpoint(mandantId: Id, tree: MerkleTree, head: Buffer, at: Date): Checkpoint {
  return { mandantId, size: tree.size(), root: tree.root(), at: at.toISOString(), head, frontier: tree.frontier() };
}

/**
 * The checkpoint as text after C2SP tlog-checkpoint: origin, size and root, one per line, then our extension lines.
 * It is not signed yet; what makes it worth something is where it lies.
 */
export function formatCheckpoint({ mandantId, size, root, at, head, frontier }: Checkpoint): string {
  const lines = [`${ORIGIN}${mandantId}`, size, base64(root), `time ${at}`, `head ${base64(head)}`];
  return [...lines, `frontier ${frontier.map(base64).join(' ')}`, ''].join('\n');
}

/** Reads a checkpoint; null where the text is none, or where its root is not that of its frontier. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, mandantId, size, root, at, head, frontier] = PATTERN.exec(text) ?? [];
  if (!mandantId || !size || !root || !at || !head || frontier === undefined) return null;
  const checkpoint = {
    mandantId,
    size: Number(size),
    root: bytes(root),
    at,
    head: bytes(head),
    frontier: frontier.split(' ').filter(Boolean).map(bytes),
  };
  return isConsistent(checkpoint) ? checkpoint : null;
}

const HASH = '[A-Za-z0-9+/]{43}=';
const PATTERN = new RegExp(
  `^${ORIGIN}([0-9a-f-]{36})\\n(\\d{1,15})\\n(${HASH})\\ntime ([0-9TZ:.-]{20,30})\\nhead (${HASH})\\nfrontier ((?:${HASH}(?: ${HASH})*)?)\\n$`,
);

function isConsistent({ size, root, frontier }: Checkpoint): boolean {
  try {
    return createMerkleTree(size, frontier).root().equals(root);
  } catch {
    return false;
  }
}

function base64(hash: Buffer): string {
  return hash.toString('base64');
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
