import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '../contract/views.js';
import { writeDurably } from '../platform/durable-file.js';
import { isId } from '../platform/ids.js';
import { formatCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.js';

/** What lies in the folder of one Mandant. */
export interface StoredCheckpoints {
  /** Smallest first. */
  readonly checkpoints: readonly Checkpoint[];
  /** Files that are no checkpoint of this Mandant any more: somebody, or a disk, has changed them. */
  readonly damaged: readonly string[];
}

const NAME = /^\d{12}\.checkpoint$/;

/**
 * Writes `<folder>/<mandant>/<size>.checkpoint`. A checkpoint is never overwritten; to be of use against somebody who
 * rules this machine, the folder is to be copied elsewhere (backup, other host, print).
 *
 * @returns `differs` when a checkpoint of this size says something else: the chain is no longer the one of then
 */
export async function writeCheckpoint(
  folder: string,
  checkpoint: Checkpoint,
): Promise<'written' | 'known' | 'differs'> {
  const place = join(folder, checkpoint.mandantId);
  await mkdir(place, { recursive: true, mode: 0o700 });
  const path = join(place, checkpointName(checkpoint.size));
  const present = await read(path);
  if (present !== undefined) {
    return parseCheckpoint(present)?.root.equals(checkpoint.root) === true ? 'known' : 'differs';
  }
  await writeDurably(path, formatCheckpoint(checkpoint), 0o600);
  return 'written';
}

/** Name of the file of a checkpoint: sorted by name is sorted by size. */
export function checkpointName(size: number): string {
  return `${String(size).padStart(12, '0')}.checkpoint`;
}

/** Reads every checkpoint of a Mandant. */
export async function readCheckpoints(folder: string, mandantId: Id): Promise<StoredCheckpoints> {
  const place = join(folder, mandantId);
  const checkpoints: Checkpoint[] = [];
  const damaged: string[] = [];
  for (const name of (await list(place)).filter((each) => NAME.test(each))) {
    const checkpoint = parseCheckpoint((await read(join(place, name))) ?? '');
    if (checkpoint?.mandantId === mandantId && checkpoint.size === Number.parseInt(name, 10)) {
      checkpoints.push(checkpoint);
    } else {
      damaged.push(join(place, name));
    }
  }
  return { checkpoints, damaged };
}

/** Mandanten that have checkpoints, whether or not the database still knows them. */
export async function listCheckpointMandanten(folder: string): Promise<Id[]> {
  return (await list(folder)).filter(isId);
}

async function list(folder: string): Promise<string[]> {
  return (await absentAs(readdir(folder), [])).sort();
}

function read(path: string): Promise<string | undefined> {
  return absentAs(readFile(path, 'utf8'), undefined);
}

async function absentAs<Value, Absent>(work: Promise<Value>, absent: Absent): Promise<Value | Absent> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return absent;
    throw error;
  }
}
