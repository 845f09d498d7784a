import type {
  AkteProtokoll,
  CheckpointView,
  ConsistencyProof,
  ProtokollOverview,
} from '../contract/protokoll-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import { place, type Download, type PathValues, type ReadAgain } from '../platform/http/routes.js';
import type { Transaction } from '../platform/transaction.js';
import { sequencesOfAkte } from './akte-rows.queries.js';
import { checkpointName } from './checkpoint-folder.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { listKeys } from './key.store.js';
import { consistencyPath } from './merkle-proof.js';
import { nachweisHead, nachweisLines } from './nachweis.js';
import { createProofTree, type TreeParts } from './proof-tree.js';
import { checkpointOfSize, listCheckpoints, loadTree, newestCheckpoint } from './proof.store.js';
import { lastSequence, rowsOf } from './protokoll.store.js';
import { formatVerifierKey } from './signed-note.js';

const PAGE = 20;
/** Rows of a Nachweis that are read at once; their tiles together are below 20 MB. */
const BATCH = 500;
const ALL = Number.MAX_SAFE_INTEGER;

/** Keys and checkpoints of the Mandant. */
export async function loadOverview(tx: Transaction, query: PathValues): Promise<ProtokollOverview | Rejection> {
  const before = query['before'] ? numberOf(query['before']) : ALL;
  if (before === null) return reject('platform.invalidInput', { fields: 'before' });
  const notes = await listCheckpoints(tx, before, PAGE + 1);
  const checkpoints = notes.slice(0, PAGE).flatMap((note) => checkpointView(note) ?? []);
  return {
    size: await tx.asSystem((all) => lastSequence(all, tx.mandantId)),
    keys: (await listKeys(tx)).map((key) => ({
      keyHash: key.keyHash,
      verifierKey: formatVerifierKey(key),
      createdAt: key.createdAt,
      retiredAt: key.retiredAt,
    })),
    checkpoints,
    next: notes.length > PAGE ? (checkpoints.at(-1)?.size ?? null) : null,
  };
}

/** One checkpoint as the file that it is outside, to be kept elsewhere. */
export async function produceCheckpoint(tx: Transaction, values: PathValues): Promise<Download | Rejection> {
  const size = numberOf(place(values, 'size'));
  const note = size === null ? null : await checkpointOfSize(tx, size);
  if (note === null) return reject('platform.notFound');
  return { name: checkpointName(Number(size)), mime: 'text/plain; charset=utf-8', pieces: once(note) };
}

/** The proof that the second checkpoint continues the first one. */
export async function loadConsistency(tx: Transaction, query: PathValues): Promise<ConsistencyProof | Rejection> {
  const [first, second] = [numberOf(query['first'] ?? ''), numberOf(query['second'] ?? '')];
  if (first === null || second === null || first > second) {
    return reject('platform.invalidInput', { fields: 'first, second' });
  }
  const [older, newer] = [await checkpointOfSize(tx, first), await checkpointOfSize(tx, second)];
  if (older === null || newer === null) return reject('protokoll.noCheckpoint');
  const path = consistencyPath(first, second);
  // Only where the first tree ends is a tile cut; every other range of the path is made of whole ones.
  const parts = await wholeTree(tx, second, first === 0 ? [] : [first - 1]);
  if (!parts) return reject('protokoll.broken');
  const hashOf = createProofTree(parts);
  const proof = path.map((range) => hashOf(range).toString('base64'));
  return { format: 'laufmappe/consistency/1', first: older, second: newer, proof };
}

/** The proof of every row of an Akte against the newest checkpoint. */
export async function produceNachweis(
  tx: Transaction,
  akte: AkteProtokoll['akte'],
  readAgain: ReadAgain,
): Promise<Download | Rejection> {
  const note = await newestCheckpoint(tx);
  const checkpoint = parseCheckpoint(note ?? '');
  if (note === null || !checkpoint) return reject('protokoll.noCheckpoint');
  const parts = await wholeTree(tx, checkpoint.size, []);
  if (!parts || !isTreeOf(parts, checkpoint)) return reject('protokoll.broken');
  const sequences = await sequencesOfAkte(tx, akte.id, 0, ALL, ALL);
  const covered = sequences.filter((sequence) => sequence <= checkpoint.size);
  const head = { akte, checkpoint: note, rows: covered.length, younger: sequences.length - covered.length };
  return {
    name: `Nachweis ${akte.aktenzeichen}.jsonl`,
    mime: 'application/jsonl; charset=utf-8',
    pieces: pieces(nachweisHead(head), covered, checkpoint, readAgain),
  };
}

async function* pieces(head: string, sequences: readonly number[], checkpoint: Checkpoint, readAgain: ReadAgain) {
  yield head;
  for (let start = 0; start < sequences.length; start += BATCH) {
    const batch = sequences.slice(start, start + BATCH);
    const lines = await readAgain(async (tx) => {
      const indexes = batch.map((sequence) => sequence - 1);
      const parts = await wholeTree(tx, checkpoint.size, indexes);
      if (!parts) return reject('protokoll.broken');
      return nachweisLines(await rowsOf(tx, tx.mandantId, batch), parts);
    });
    yield* lines;
  }
}

/** A proof is made of the hashes of all rows, also of those that this person may not read; they tell nothing of them. */
function wholeTree(tx: Transaction, size: number, indexes: readonly number[]): Promise<TreeParts | null> {
  return tx.asSystem((all) => loadTree(all, size, indexes));
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

function isTreeOf(parts: TreeParts, { size, root }: Checkpoint): boolean {
  return size === 0 || createProofTree(parts)({ from: 0, to: size }).equals(root);
}

function checkpointView(note: string): CheckpointView | null {
  const checkpoint = parseCheckpoint(note);
  if (!checkpoint) return null;
  const signedBy = checkpoint.signatures.map(({ keyHash }) => keyHash);
  return { size: checkpoint.size, at: checkpoint.at, signedBy, note };
}

function numberOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
