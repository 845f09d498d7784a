import { isRejection, reject } from '../../contract/rejections.js';
import type { Transaction } from '../../platform/transaction.js';
import { findInstance } from '../history.queries.js';
import type { InstanceOperations, Message, ProcessEngine } from '../process-engine.js';
import { storableVariables } from '../embedded/storable-variables.js';
import { deployToCluster } from './deployments.js';
import { publishToCluster } from './messages.js';
import { SHOW_TOPIC } from './send.js';
import { lockRunning } from './store/instance.store.js';
import { lockJob, saveJobState, saveRetries } from './store/job.store.js';
import { embeddedHasUseFor, takeIncident } from './store/routing.store.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

/**
 * Both engines side by side: new instances start on Zeebe, those of the embedded engine end where they began. A row says
 * where an instance runs. In this transaction Zeebe's part is only written down; the sender tells the cluster.
 */
export function createRoutedEngine<Embedded extends ProcessEngine & InstanceOperations>(
  embedded: Embedded,
  parts: ZeebeParts,
): Embedded {
  const routed: ProcessEngine & InstanceOperations = {
    ...embedded,
    deploy: async (tx, resource) => {
      const deployed = await embedded.deploy(tx, resource);
      if (isRejection(deployed)) return deployed;
      const there = await deployToCluster(tx, parts, deployed.processId);
      if (isRejection(there)) return there;
      return { ...deployed, warnings: [...deployed.warnings, ...there.warnings] };
    },
    publish: async (tx, message) =>
      (await runsEmbedded(tx, message)) ? embedded.publish(tx, message) : publishToCluster(tx, message),
    completeTask: async (tx, task) => {
      const job = await lockJob(tx, task.jobKey);
      if (!job) return embedded.completeTask(tx, task);
      if (job.state !== 'open') return 'gone';
      const variables = storableVariables(task.variables);
      await saveJobState(tx, job.key, 'sending');
      await tx.enqueue(TOPICS.complete, job.key, { jobKey: job.key, variables });
      return 'done';
    },
    resolveIncident: async (tx, incident) => {
      const taken = await takeIncident(tx, incident.incidentKey);
      if (!taken) return embedded.resolveIncident(tx, incident);
      const job = taken.jobKey === null ? null : await lockJob(tx, taken.jobKey);
      if (job?.state !== 'open') return 'gone';
      // Whoever resolves it wants to know at once whether it helped: one try, then it is an incident again.
      await saveRetries(tx, job.key, 1, null);
      if (job.kind === 'user') await tx.enqueue(SHOW_TOPIC, `${job.key} ${incident.incidentKey}`, { jobKey: job.key });
      else tx.afterCommit(parts.onWork);
      return 'done';
    },
    cancel: async (tx, { instanceKey }) => {
      if (!(await runsOnZeebe(tx, instanceKey))) return embedded.cancel(tx, { instanceKey });
      if (!(await lockRunning(tx, instanceKey))) return 'gone';
      await tx.enqueue(TOPICS.cancel, instanceKey, { instanceKey });
      return 'done';
    },
    modify: async (tx, move) => (await refusedThere(tx, move.instanceKey)) ?? embedded.modify(tx, move),
    migrate: async (tx, migration) =>
      (await refusedThere(tx, migration.instanceKey)) ?? embedded.migrate(tx, migration),
    setVariables: async (tx, change) =>
      (await runsOnZeebe(tx, change.instanceKey)) ? 'gone' : embedded.setVariables(tx, change),
  };
  // The rest of the embedded engine (its loops, its sweeper) comes along in the spread.
  return routed as Embedded;
}

/** A message belongs to the engine whose instance waits for it, or for whose end it has to wait. */
async function runsEmbedded(tx: Transaction, message: Message): Promise<boolean> {
  if (message.instanceKey !== undefined) return !(await runsOnZeebe(tx, message.instanceKey));
  return embeddedHasUseFor(tx, message);
}

/** The keys of its tokens and their places are known to the cluster alone. */
async function refusedThere(tx: Transaction, instanceKey: string) {
  return (await runsOnZeebe(tx, instanceKey)) ? reject('workflow.notOnZeebe') : null;
}

async function runsOnZeebe(tx: Transaction, instanceKey: string): Promise<boolean> {
  return (await findInstance(tx, instanceKey))?.engine === 'zeebe';
}
