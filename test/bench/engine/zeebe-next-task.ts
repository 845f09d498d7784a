import { setTimeout as delay } from 'node:timers/promises';
import { ZBClient } from 'zeebe-node';
import { zeebe } from '../../stack/zeebe.js';
import { threeServices, TYPES } from './models.js';

/**
 * Milliseconds from asking a broker to complete a job until a worker has the next one, at a steady rate: what our adapter
 * would wait for before it could write its row.
 */
export async function measure({ count, perSecond }: { count: number; perSecond: number }): Promise<number[]> {
  await zeebe.wipe('bench');
  const broker = await zeebe.start({ instance: 'bench', records: 'none' });
  const client = new ZBClient(broker.address, { useTLS: false, retry: false, loglevel: 'NONE', longPoll: 10_000 });
  try {
    await client.deployProcess({ definition: Buffer.from(threeServices), name: 'three-services.bpmn' });
    const waiting: string[] = [];
    const asked = new Map<string, number>();
    const took: number[] = [];
    const worker = { maxJobsToActivate: count, timeout: 60_000 };
    client.createWorker({
      ...worker,
      taskType: TYPES[0],
      taskHandler: (job) => (waiting.push(job.processInstanceKey, job.key), job.forward()),
    });
    client.createWorker({
      ...worker,
      taskType: TYPES[1],
      taskHandler: (job) => {
        took.push(performance.now() - (asked.get(job.processInstanceKey) ?? Number.NaN));
        return job.forward();
      },
    });
    for (let index = 0; index < count; index++)
      await client.createProcessInstance({ bpmnProcessId: 'CASE', variables: {} });
    while (waiting.length < 2 * count) await delay(50);
    for (let index = 0; index < count; index++) {
      const [instanceKey = '', jobKey = ''] = waiting.slice(2 * index);
      asked.set(instanceKey, performance.now());
      void client.completeJob({ jobKey, variables: {} });
      await delay(1_000 / perSecond);
    }
    while (took.length < count) await delay(50);
    return took;
  } finally {
    await client.close(1_000);
    await broker.stop();
  }
}
