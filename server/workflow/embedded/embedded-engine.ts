import { z } from 'zod';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import { logger } from '../../platform/logger.js';
import type { Transaction } from '../../platform/transaction.js';
import type { InstanceOperations, JobWorkers, ProcessEngine, Projector } from '../process-engine.js';
import { makeHistoryPartitions } from '../history.store.js';
import { broadcastSignal } from './broadcast-signal.js';
import { deliverBuffered } from './deliver.js';
import { deploy } from './deploy.js';
import { deployDecisions } from './deploy-decisions.js';
import { DELIVER_TOPIC } from './buffered.js';
import type { EngineParts } from './engine-parts.js';
import { execute } from './execute.js';
import { createModels } from './models.js';
import { createOperations, onJob } from './operations.js';
import { publish } from './publish.js';
import { storableVariables } from './storable-variables.js';
import { lockInstance } from './store/instance.store.js';
import { deleteExpired } from './store/message.store.js';
import { deleteHeardSignals } from './store/signal.store.js';
import { forgetEnded } from './store/command-log.store.js';
import { findIncident } from './store/waits.store.js';

export interface EmbeddedEngineOptions {
  readonly projector: Projector;
  /** Does the service tasks, by their type. */
  readonly workers: JobWorkers;
  /** Called after a commit that left work for programs. */
  readonly onWork: () => void;
  /** Where instances begin that a signal or a time starts; `elsewhere` while new ones run on a cluster. */
  readonly starts?: 'here' | 'elsewhere';
}

// Long enough to ask on Monday how a process came to its end on Friday; the history stays.
const LOG_KEPT_MILLISECONDS = 7 * 86_400_000;

// Whoever resolves an incident wants to know at once whether it helped: one try, then it is an incident again.
const RETRIES_AFTER_INCIDENT = 1;

/** The engine of the embedded profile, and what its loops need of it. */
export interface EmbeddedEngine extends ProcessEngine, InstanceOperations {
  readonly parts: EngineParts;
  readonly workers: JobWorkers;
  /** Follow-ups that the engine itself enqueues. */
  readonly followUps: Readonly<Record<string, OutboxHandler>>;
  /** Removes what nobody will ask for again, and makes room for the history of the next months. */
  sweep(tx: Transaction): Promise<void>;
}

const address = z.object({ name: z.string(), correlationKey: z.string() });

/** The engine that runs inside the server, in the transactions of its callers, with its state in PostgreSQL. */
export function createEmbeddedEngine({
  projector,
  workers,
  onWork,
  starts = 'here',
}: EmbeddedEngineOptions): EmbeddedEngine {
  const parts: EngineParts = { models: createModels(), projector, onWork, starts };
  return {
    ...createOperations(parts),
    parts,
    workers,
    followUps: {
      [DELIVER_TOPIC]: async (tx, payload) => deliverBuffered(tx, parts, address.parse(payload)),
    },
    sweep: async (tx) => {
      await makeHistoryPartitions(tx, tx.clock.now());
      await deleteHeardSignals(tx);
      await forgetEnded(tx, new Date(tx.clock.now().getTime() - LOG_KEPT_MILLISECONDS));
      for (const { name, correlationId, reached } of await deleteExpired(tx, tx.clock.now())) {
        if (reached === 'nobody') logger.warn({ correlationId, name }, 'a message expired before anybody took it');
      }
    },
    deploy: (tx, { xml }) => deploy(tx, parts, xml),
    deployDecisions: (tx, { xml }) => deployDecisions(tx, xml),
    publish: (tx, message) => publish(tx, parts, message),
    broadcastSignal: (tx, { name, variables }) => broadcastSignal(tx, parts, name, storableVariables(variables)),
    completeTask: (tx, { jobKey, variables }) =>
      onJob(tx, parts, jobKey, { kind: 'completeJob', variables: storableVariables(variables) }),
    resolveIncident: async (tx, { incidentKey }) => {
      const found = await findIncident(tx, incidentKey);
      const instance = found && (await lockInstance(tx, found.instanceKey));
      if (!instance) return 'gone';
      tx.correlationId = instance.correlationId;
      const { elementKey } = found;
      const outcome = await execute(tx, parts, instance, {
        kind: 'resolveIncident',
        elementKey,
        incidentKey,
        retries: RETRIES_AFTER_INCIDENT,
      });
      tx.afterCommit(onWork);
      return outcome === 'done' ? 'done' : 'gone';
    },
  };
}
