import type { Transaction } from '../../platform/transaction.js';
import { nextKeyBlock } from '../embedded/store/definition.store.js';
import { insertIncident } from '../embedded/store/waits.store.js';
import { recordEvent } from './store/event.store.js';
import type { Projector } from '../process-engine.js';

export interface StoppedJob {
  readonly jobKey: string;
  readonly instanceKey: string;
  readonly processId: string;
  readonly elementKey: string;
  readonly elementId: string;
}

/**
 * Stops a job until a person has helped. The incident is ours: the cluster's own could not be found without an exporter,
 * and so not be resolved. There the job only waits.
 */
export async function raiseIncident(
  tx: Transaction,
  projector: Projector,
  job: StoppedJob,
  reason: string,
): Promise<void> {
  const { jobKey, instanceKey, processId, elementKey, elementId } = job;
  const key = String(await nextKeyBlock(tx));
  const message = {
    de: `Der Arbeitsschritt ist wiederholt gescheitert: ${reason}`,
    en: `The work failed repeatedly: ${reason}`,
  };
  const owner = { mandantId: tx.mandantId, instanceKey, processId, businessKey: null };
  const incident = { key, elementKey, elementId, type: 'JOB_NO_RETRIES', message, jobKey } as const;
  await insertIncident(tx, owner, { ...incident, at: tx.clock.now() });
  await recordEvent(tx, { instanceKey, elementKey, elementId, kind: 'incident', at: tx.clock.now() });
  await projector.incidentRaised(tx, { instanceKey, processId, elementId, type: incident.type });
}
