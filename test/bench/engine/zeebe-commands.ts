import { setTimeout as delay } from 'node:timers/promises';
import { ZBClient } from 'zeebe-node';
import { zeebe } from '../../stack/zeebe.js';
import type { CommandsMeasured } from './embedded-commands.js';
import { keepInFlight } from './in-flight.js';
import { COMMANDS_EACH, threeServices, TYPES } from './models.js';

/** The same load on a real broker, through its own client library: instances created one by one, three workers. */
export async function measure({ count, inFlight }: { count: number; inFlight: number }): Promise<CommandsMeasured> {
  await zeebe.wipe('bench');
  const broker = await zeebe.start({ instance: 'bench', records: 'none' });
  const client = new ZBClient(broker.address, { useTLS: false, retry: false, loglevel: 'NONE', longPoll: 10_000 });
  try {
    await client.deployProcess({ definition: Buffer.from(threeServices), name: 'three-services.bpmn' });
    const flow = keepInFlight(inFlight, () => create(client));
    for (const taskType of TYPES) {
      client.createWorker({
        taskType,
        maxJobsToActivate: inFlight,
        timeout: 60_000,
        taskHandler: async (job) => {
          const completed = await job.complete({ [taskType]: 1 });
          if (taskType === TYPES[2]) flow.ended();
          return completed;
        },
      });
    }
    await flow.run(Math.ceil(count / 10));
    const took = await flow.run(count);
    return { perSecond: (count * COMMANDS_EACH * 1000) / took, rss: await broker.memory() };
  } finally {
    await client.close(1_000);
    await broker.stop();
  }
}

/** RESOURCE_EXHAUSTED: the broker takes no more for the moment. It never says so of completions. */
const BUSY = 8;
// The library would wait for a second and more, and the broker would stand idle.
const PAUSE_MILLISECONDS = 5;

async function create(client: ZBClient): Promise<void> {
  for (;;) {
    try {
      await client.createProcessInstance({ bpmnProcessId: 'CASE', variables: { letter: 4711 } });
      return;
    } catch (error) {
      if ((error as { code?: number }).code !== BUSY) throw error;
      await delay(PAUSE_MILLISECONDS);
    }
  }
}
