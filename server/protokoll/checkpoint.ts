import type { Id, Instant } from '../contract/views.js';
import { createMerkleTree, type MerkleTree } from './merkle-tree.js';
import { formatSignatures, parseSignatures, signNote, type NoteSignature, type SignerKey } from './signed-note.js';

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
  /** Empty for a checkpoint from the time before there were keys. */
  readonly signatures: readonly NoteSignature[];
}

const ORIGIN = 'laufmappe/protokoll/';

/** Name of the log of a Mandant: first line of its checkpoints, and name of the keys that may sign them. */
export function originOf(mandantId: Id): string {
  return `${ORIGIN}${mandantId}`;
}

/** Takes the state of a tree as a checkpoint that nobody has signed yet. */
export function takeCheckpoint(mandantId: Id, tree: MerkleTree, head: Buffer, at: Date): Checkpoint {
  return {
    mandantId,
    size: tree.size(),
    root: tree.root(),
    at: at.toISOString(),
    head,
    frontier: tree.frontier(),
    signatures: [],
  };
}

/** The same checkpoint with one signature of each key. */
export function signCheckpoint(checkpoint: Checkpoint, keys: readonly SignerKey[]): Checkpoint {
  const text = checkpointText(checkpoint);
  return { ...checkpoint, signatures: keys.map((key) => signNote(text, key)) };
}

/** What is signed, after C2SP tlog-checkpoint: origin, size and root, one per line, then our extension lines. */
export function checkpointText({ mandantId, size, root, at, head, frontier }: Checkpoint): string {
  const lines = [originOf(mandantId), size, base64(root), `time ${at}`, `head ${base64(head)}`];
  return [...lines, `frontier ${frontier.map(base64).join(' ')}`, ''].join('\n');
}

/** The checkpoint as a C2SP signed note. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { signatures } = checkpoint;
  return checkpointText(checkpoint) + (signatures.length > 0 ? `\n${formatSignatures(signatures)}` : '');
}

/** Reads a checkpoint; null where the text is none, or where its root is not that of its frontier. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const end = text.indexOf('\n\n') + 1;
  const signatures = end === 0 ? [] : parseSignatures(text.slice(end + 1));
  const [, mandantId, size, root, at, head, frontier] = PATTERN.exec(end === 0 ? text : text.slice(0, end)) ?? [];
  if (!signatures || !mandantId || !size || !root || !at || !head || frontier === undefined) return null;
  const checkpoint = {
    mandantId,
    size: Number(size),
    root: bytes(root),
    at,
    head: bytes(head),
    frontier: frontier.split(' ').filter(Boolean).map(bytes),
    signatures,
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
