import pg from 'pg';
import { isRejection } from '../../../server/contract/rejections.js';
import { openDurableEngine, type DurableEngine } from './durable-engine.js';
import { oneHour, oneTask } from './models.js';

export interface WaitingMeasured {
  /** Bytes of the database for each waiting instance: rows, indexes, history and log. */
  readonly bytesEach: number;
  /** Growth of this process from the first waiting instances to the last, in bytes. */
  readonly rss: number;
  /** Seconds until every due timer has fired, at one moment. */
  readonly sweepSeconds: number;
}

/** Starts in one transaction: nobody waits for them, and the commit is not what is measured. */
const TOGETHER = 50;
const CALLERS = 4;
/** Until the code is compiled and the pools are full, memory grows by itself. */
const WARM_UP = 2_000;
const HOUR = 3_600_000;

/** Lets instances wait for a person, many more than fit into a memory, then others for the same hour. */
export async function measure({ waiting, timers }: { waiting: number; timers: number }): Promise<WaitingMeasured> {
  const bench = await openDurableEngine(oneTask, {});
  try {
    await startMany(bench, WARM_UP);
    const [bytesBefore, rssBefore] = [await databaseBytes(bench), settledMemory()];
    await startMany(bench, waiting);
    const [bytes, rss] = [await databaseBytes(bench), settledMemory()];
    const deployed = await bench.inTransaction((tx) => bench.engine.deploy(tx, { xml: oneHour }));
    if (isRejection(deployed)) throw new Error(deployed.message.en);
    await startMany(bench, timers);
    bench.clock.advance(HOUR);
    const began = performance.now();
    await bench.loops.drain();
    const sweepSeconds = (performance.now() - began) / 1000;
    await requireFired(bench);
    return { bytesEach: (bytes - bytesBefore) / waiting, rss: rss - rssBefore, sweepSeconds };
  } finally {
    await bench.close();
  }
}

async function startMany({ inTransaction, engine }: DurableEngine, count: number): Promise<void> {
  let left = count;
  const caller = async () => {
    for (; left > 0;) {
      const now = Math.min(left, TOGETHER);
      left -= now;
      await inTransaction(async (tx) => {
        for (let index = 0; index < now; index++) {
          const begun = await engine.start(tx, { processId: 'CASE', businessKey: null, variables: {} });
          if (isRejection(begun)) throw new Error(begun.message.en);
        }
      });
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
}

/** After everything dead is gone, as autovacuum leaves it in the long run. */
async function databaseBytes({ administratorUrl }: DurableEngine): Promise<number> {
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    await client.query('VACUUM');
    const { rows } = await client.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes');
    return Number(rows[0]?.bytes);
  } finally {
    await client.end();
  }
}

function settledMemory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().rss;
}

async function requireFired({ inTransaction }: DurableEngine): Promise<void> {
  const rows = await inTransaction((tx) => tx.query<{ open: string }>('SELECT count(*) AS open FROM engine.timer'));
  if (rows[0]?.open !== '0') throw new Error(`${rows[0]?.open} timers have not fired`);
}
