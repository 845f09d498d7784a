import type { Sentence } from '../../contract/rejections.js';
import type { Transaction } from '../../platform/transaction.js';
import { nextKeyBlock } from '../embedded/store/definition.store.js';
import type { Projector } from '../process-engine.js';
import { recordEvent } from './store/event.store.js';
import { insertIncident } from './store/incident.store.js';
import type { ZeebeInstance } from './store/instance.store.js';

/**
 * Why an instance on Zeebe does not go on.
 * - `JOB_NO_RETRIES`: work failed, or a task could not be shown; the job waits there, the retries are counted here
 * - `UNHANDLED_ERROR_EVENT`: an error that the cluster found nobody to catch
 * - `CANCEL_REFUSED`: the cluster does not end the instance
 * - `STANDS_STILL`: nothing was heard of it for too long
 */
export type ZeebeIncidentType = 'JOB_NO_RETRIES' | 'UNHANDLED_ERROR_EVENT' | 'CANCEL_REFUSED' | 'STANDS_STILL';

export interface ZeebeIncident {
  /** Key of the element instance, or of the instance where only that is known. */
  readonly elementKey: string;
  readonly elementId: string;
  readonly jobKey: string | null;
  readonly type: ZeebeIncidentType;
  readonly message: Sentence;
}

/**
 * Says that an instance needs a person. The incident is ours: those of the cluster could not be found without an
 * exporter, and so not be resolved.
 */
export async function raiseIncident(
  tx: Transaction,
  projector: Projector,
  { key: instanceKey, processId }: Pick<ZeebeInstance, 'key' | 'processId'>,
  incident: ZeebeIncident,
): Promise<void> {
  const at = tx.clock.now();
  const { elementKey, elementId, type, message } = incident;
  const key = String(await nextKeyBlock(tx));
  await insertIncident(tx, tx.mandantId, { ...incident, key, instanceKey, at });
  const detail = { key, type, message };
  await recordEvent(tx, { instanceKey, elementKey, elementId, kind: 'incident', at, detail });
  await projector.incidentRaised(tx, { instanceKey, processId, elementId, type });
}
