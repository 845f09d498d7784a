import { isRejection } from '../../../server/contract/rejections.js';
import { openDurableEngine } from './durable-engine.js';
import { keepInFlight } from './in-flight.js';
import { COMMANDS_EACH, threeServices, TYPES } from './models.js';

export interface CommandsMeasured {
  readonly perSecond: number;
  /** Growth of this process by the engine and its load, in bytes. */
  readonly rss: number;
}

/** Durable commands per second of the embedded engine: starts by as many callers as are in flight, jobs by its loops. */
export async function measure({ count, inFlight }: { count: number; inFlight: number }): Promise<CommandsMeasured> {
  const workers = Object.fromEntries(TYPES.map((type) => [type, () => Promise.resolve({ variables: { [type]: 1 } })]));
  const before = process.memoryUsage().rss;
  // Told in the transaction that ends it; a caller learns of it after the commit.
  const instanceEnded = (tx: { afterCommit(action: () => void): void }) => {
    const told = () => flow.ended();
    return Promise.resolve(tx.afterCommit(told));
  };
  const bench = await openDurableEngine(threeServices, workers, { instanceEnded });
  const { engine, inTransaction, loops } = bench;
  const flow = keepInFlight(inFlight, () =>
    inTransaction(async (tx) => {
      const started = await engine.start(tx, { processId: 'CASE', businessKey: null, variables: { letter: 4711 } });
      if (isRejection(started)) throw new Error(started.message.en);
    }),
  );
  try {
    loops.start();
    await flow.run(Math.ceil(count / 10));
    const took = await flow.run(count);
    return { perSecond: (count * COMMANDS_EACH * 1000) / took, rss: process.memoryUsage().rss - before };
  } finally {
    await bench.close();
  }
}
