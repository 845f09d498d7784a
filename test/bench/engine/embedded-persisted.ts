import { isRejection } from '../../../server/contract/rejections.js';
import { analyse, openDurableEngine } from './durable-engine.js';
import { keepInFlight } from './in-flight.js';
import { invoice } from './models.js';
import type { PersistedLoad } from './persisted-load.js';

// Until V8 has compiled what is hot, and each connection has planned what comes often.
const WARM_UP = 500;

/** Completed instances per second of the embedded engine: start and eight completions, each committed on its own. */
export async function measure({ count, inFlight }: PersistedLoad): Promise<number> {
  const complete = async (jobKey: string) => {
    const outcome = await bench.inTransaction((tx) => bench.engine.completeTask(tx, { jobKey, variables: {} }));
    if (outcome !== 'done') throw new Error(`A task is ${outcome}`);
  };
  let failure: unknown;
  const bench = await openDurableEngine(
    invoice('=large'),
    {},
    {
      taskCreated: (tx, { jobKey }) =>
        Promise.resolve(tx.afterCommit(() => void complete(jobKey).catch((error: unknown) => (failure = error)))),
      instanceEnded: (tx) => Promise.resolve(tx.afterCommit(() => flow.ended())),
    },
  );
  const flow = keepInFlight(inFlight, () =>
    bench.inTransaction(async (tx) => {
      const begun = await bench.engine.start(tx, { processId: 'CASE', businessKey: null, variables: { large: true } });
      if (isRejection(begun)) throw new Error(begun.message.en);
    }),
  );
  try {
    await flow.run(WARM_UP);
    await analyse(bench);
    const took = await flow.run(count);
    if (failure) throw failure as Error;
    return (count * 1000) / took;
  } finally {
    await bench.close();
  }
}
