import type { Queries } from '../../../platform/postgres/database.js';
import type { Key } from '../state.js';
import { firstKeyOf, nextKeyBlocks } from './definition.store.js';
import { lockInstance, readInstances, type InstanceRow } from './instance.store.js';
import { JOB, type JobRow, type TimerRow } from './waits.store.js';

/** Work that is due, with its tree of calls locked and keys drawn under that lock. */
export interface Claimed<Work> {
  readonly work: Work;
  readonly instance: InstanceRow;
  readonly firstKey: bigint;
}

const DUE = `j.kind = 'service' AND j.retries > 0 AND (j.back_off_until IS NULL OR j.back_off_until <= $1)`;

/**
 * One job with its tree of calls, waiting for whoever works on the tree. In two round trips, since people wait for them:
 * with the commit they are most of what completing a task costs.
 *
 * @returns null where it is gone
 */
export async function claimJob(queries: Queries, key: Key): Promise<Claimed<JobRow> | null> {
  const instance = await lockInstance(queries, { jobKey: key });
  if (!instance) return null;
  // Only now, under the lock: a Storno may have taken the task back meanwhile.
  const [row] = await queries.query<JobRow & { block: string }>(
    `SELECT ${JOB}, nextval('engine.key_block') AS block FROM engine.job j WHERE j.key = $1`,
    [key],
  );
  if (!row) return null;
  const { block, ...work } = row;
  return { work, instance, firstKey: firstKeyOf(block) };
}

/** Due service tasks whose trees of calls nobody else works on, one of each tree, the oldest first. */
export async function claimJobs(queries: Queries, now: Date, most: number): Promise<Claimed<JobRow>[]> {
  const locked = await queries.query<Locked>(
    `SELECT j.key, top.key AS tree FROM engine.job j JOIN engine.instance i ON i.key = j.instance_key
       JOIN engine.instance top ON top.key = i.top_key
      WHERE j.mandant_id = current_mandant() AND ${DUE} ORDER BY j.key LIMIT $2 FOR UPDATE OF top SKIP LOCKED`,
    [now, most],
  );
  return claimed(queries, locked, (keys) =>
    queries.query<JobRow>(`SELECT ${JOB} FROM engine.job j WHERE ${DUE} AND j.key = ANY($2) ORDER BY j.key`, [
      now,
      keys,
    ]),
  );
}

/** Due timers whose trees of calls nobody else works on, one of each tree, the earliest first. */
export async function claimTimers(queries: Queries, now: Date, most: number): Promise<Claimed<TimerRow>[]> {
  const locked = await queries.query<Locked>(
    `SELECT t.key, top.key AS tree FROM engine.timer t JOIN engine.instance i ON i.key = t.instance_key
       JOIN engine.instance top ON top.key = i.top_key
      WHERE t.mandant_id = current_mandant() AND t.due <= $1 AND (t.retry_at IS NULL OR t.retry_at <= $1)
      ORDER BY t.due, t.key LIMIT $2 FOR UPDATE OF top SKIP LOCKED`,
    [now, most],
  );
  return claimed(queries, locked, (keys) =>
    queries.query<TimerRow>(
      `SELECT key, element_key AS "elementKey", target_id AS "targetId", due, cycle, instance_key AS "instanceKey",
              attempts
         FROM engine.timer WHERE key = ANY($1) ORDER BY due, key`,
      [keys],
    ),
  );
}

interface Locked {
  readonly key: Key;
  /** Top of the tree. */
  readonly tree: Key;
}

/** @param read reads again: the snapshot may be older than the lock, and the work done by whoever held it before */
async function claimed<Work extends { readonly instanceKey: Key }>(
  queries: Queries,
  locked: readonly Locked[],
  read: (keys: readonly Key[]) => Promise<Work[]>,
): Promise<Claimed<Work>[]> {
  if (locked.length === 0) return [];
  // Commands of one tree follow each other: the second would not know what the first has changed.
  const oneOfEach = new Map([...locked].reverse().map(({ key, tree }) => [tree, key]));
  const found = await read([...oneOfEach.values()]);
  const instances = await readInstances(
    queries,
    found.map(({ instanceKey }) => instanceKey),
  );
  const firstKeys = await nextKeyBlocks(queries, found.length);
  return found.flatMap((work, index) => {
    const [instance, firstKey] = [instances.get(work.instanceKey), firstKeys[index]];
    return instance && firstKey !== undefined ? [{ work, instance, firstKey }] : [];
  });
}
