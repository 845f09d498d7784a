import type { Id } from '../contract/views.js';
import type { Clock } from '../platform/clock.js';
import { logger } from '../platform/logger.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { readCheckpoints, writeCheckpoint } from './checkpoint-folder.js';
import { signCheckpoint, type Checkpoint } from './checkpoint.js';
import { forgetKeys } from './key.store.js';
import { fillTiles, keepCheckpoint } from './proof.store.js';
import { protokollBreak, type ProtokollBreak } from './protokoll-break.js';
import { lastSequence, streamProtokoll } from './protokoll.store.js';
import { signingKeys, type SigningParts } from './signing-keys.js';
import { createProtokollVerifier } from './verify-protokoll.js';

export interface CheckpointParts extends SigningParts {
  readonly clock: Clock;
  /** Outside the database; in the data folder `protokoll-checkpoints`. */
  readonly folder: string;
  /** A second place for each checkpoint, such as a drive of another machine; null: none. */
  readonly copies: string | null;
}

export interface CheckpointKeeper {
  start(): void;
  /** Ends the timer and writes a last checkpoint, so that the time without a server is covered too. */
  stop(): Promise<void>;
  /** What the last round found wrong, for the health page; empty when every chain went on as it should. */
  broken(): readonly ProtokollBreak[];
  /** Whether the last round could write what was due. */
  writing(): 'ok' | 'failing';
}

export interface CheckpointOutcome {
  readonly mandantId: Id;
  readonly written: Checkpoint | null;
  readonly broken: ProtokollBreak | null;
}

// At 1,000 rows a checkpoint is due about every morning of a small office; what came after the last one is proved by the
// chain alone. A round without new rows is one index look-up per Mandant, so once a minute costs nothing.
const ROWS = 1_000;
const ROUND_MILLISECONDS = 60_000;

/** Writes a checkpoint for every Mandant whose chain has grown by `rows`, in rounds. */
export function createCheckpointKeeper(parts: CheckpointParts, rows = ROWS): CheckpointKeeper {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let broken: readonly ProtokollBreak[] = [];
  let writing: 'ok' | 'failing' = 'ok';

  const round = async (due: number) => {
    try {
      const outcomes = await writeCheckpoints(parts, due);
      broken = outcomes.flatMap((each) => each.broken ?? []);
      writing = 'ok';
      for (const each of broken) logger.error({ row: each.row, kind: each.kind }, 'Protokoll broken');
    } catch (error) {
      // A full disk, a drive that is away or a database that restarts; the next round tries again, and health shows it.
      writing = 'failing';
      logger.error({ error: String(error) }, 'Protokoll checkpoint');
    }
  };
  return {
    start: () => {
      timer = setInterval(() => {
        running = running.then(() => round(rows));
      }, ROUND_MILLISECONDS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await running.then(() => round(1));
    },
    broken: () => broken,
    writing: () => writing,
  };
}

/**
 * One round over all Mandanten. The new rows are checked on the way and must follow the last checkpoint, so that a chain
 * computed anew never gets a new checkpoint; the cost is that of the new rows only.
 * @param rows least number of new rows that makes a checkpoint due; 1 for "now"
 */
export async function writeCheckpoints(parts: CheckpointParts, rows: number): Promise<CheckpointOutcome[]> {
  const outcomes: CheckpointOutcome[] = [];
  for (const mandantId of await listMandanten(parts.database)) outcomes.push(await writeDue(parts, mandantId, rows));
  return outcomes;
}

/** The same for one Mandant. What was written lies in every folder before anything else refers to it. */
export async function writeDue(parts: CheckpointParts, mandantId: Id, rows: number): Promise<CheckpointOutcome> {
  const { database, clock, folder } = parts;
  const last = (await readCheckpoints(folder, mandantId)).checkpoints.at(-1);
  const size = await database.transaction(mandantId, (queries) => lastSequence(queries, mandantId));
  const nothing = { mandantId, written: null, broken: null };
  if (last && size < last.size) {
    return { ...nothing, broken: protokollBreak('cutOff', size + 1, { size: last.size, at: last.at }) };
  }
  if (size - (last?.size ?? 0) < rows) return nothing;
  const keys = await signingKeys(parts, mandantId);
  const verifier = createProtokollVerifier(mandantId, [], last);
  for await (const row of streamProtokoll(database, mandantId, last?.size)) verifier.add(row);
  const { broken } = verifier.verdict();
  if (broken) return { ...nothing, broken };
  const checkpoint = signCheckpoint(verifier.checkpoint(clock.now()), keys);
  const places = parts.copies === null ? [folder] : [parts.copies, folder];
  for (const place of places) {
    if ((await writeCheckpoint(place, checkpoint)) !== 'differs') continue;
    return { ...nothing, broken: protokollBreak('recomputed', 1, { size: checkpoint.size, at: checkpoint.at }) };
  }
  await database.transaction(mandantId, async (queries) => {
    await keepCheckpoint(queries, checkpoint);
    // The first key is the one in use; a retired one has vouched for it with this checkpoint.
    const vouched = keys.slice(1).map(({ keyHash }) => keyHash);
    await forgetKeys(queries, mandantId, vouched);
  });
  await fillTiles(database, mandantId, checkpoint.size);
  return { ...nothing, written: checkpoint };
}
