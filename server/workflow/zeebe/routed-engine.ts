import { isRejection, reject } from '../../contract/rejections.js';
import type { Transaction } from '../../platform/transaction.js';
import { newId } from '../../platform/ids.js';
import { findInstance } from '../history.queries.js';
import type { InstanceOperations, ProcessEngine } from '../process-engine.js';
import { storableVariables } from '../embedded/storable-variables.js';
import { deployDecisionsToCluster } from './decision-deployments.js';
import { deployToCluster } from './deployments.js';
import { failJob } from './fail-job.js';
import { publishToCluster } from './messages.js';
import { resolveOnZeebe } from './resolve-incident.js';
import { enginesFor } from './route-message.js';
import { takeIncident } from './store/incident.store.js';
import { lockRunning } from './store/instance.store.js';
import { hasOpenElement, lockJob } from './store/job.store.js';
import { tellCluster } from './tell-cluster.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

/**
 * Both engines side by side: new instances start on one of them, the others end where they began. A row says where an
 * instance runs. In this transaction Zeebe's part is only written down; the sender tells the cluster.
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
      if (parts.newInstances === 'embedded') return deployed;
      const there = await deployToCluster(
        tx,
        parts,
        deployed.processes.map(({ processId }) => processId),
      );
      if (isRejection(there)) return there;
      return { ...deployed, warnings: [...deployed.warnings, ...there.warnings] };
    },
    // Also while new instances begin here: those on the cluster ask the newest version, too.
    deployDecisions: async (tx, resource) => {
      const deployed = await embedded.deployDecisions(tx, resource);
      if (isRejection(deployed)) return deployed;
      const there = await deployDecisionsToCluster(tx, parts, deployed.modelId);
      if (isRejection(there)) return there;
      return { ...deployed, warnings: [...deployed.warnings, ...there.warnings] };
    },
    publish: async (tx, message) => {
      const answers = new Set<'accepted' | 'duplicate'>();
      for (const engine of await enginesFor(tx, message, parts.newInstances)) {
        answers.add(await (engine === 'embedded' ? embedded.publish(tx, message) : publishToCluster(tx, message)));
      }
      return answers.has('accepted') ? 'accepted' : 'duplicate';
    },
    completeTask: async (tx, task) => {
      const job = await lockJob(tx, task.jobKey);
      return job ? tellCluster(tx, job, task) : embedded.completeTask(tx, task);
    },
    failJob: async (tx, { jobKey, retries, backOffMs, message }) => {
      const job = await lockJob(tx, jobKey);
      if (!job) return embedded.failJob(tx, { jobKey, retries, backOffMs, message });
      return failJob(tx, parts, job, { retries, backOffMilliseconds: backOffMs, message });
    },
    throwError: async (tx, error) => {
      const job = await lockJob(tx, error.jobKey);
      return job ? tellCluster(tx, job, { bpmnError: error }) : embedded.throwError(tx, error);
    },
    // The key of an instance is known only when the cluster has made it, and made twice it runs twice: a message does not.
    start: (tx, start) =>
      parts.newInstances === 'embedded'
        ? embedded.start(tx, start)
        : Promise.resolve(reject('workflow.startsByMessage', { processId: start.processId })),
    resolveIncident: async (tx, incident) => {
      const taken = await takeIncident(tx, incident.incidentKey);
      return taken ? resolveOnZeebe(tx, parts, incident.incidentKey, taken) : embedded.resolveIncident(tx, incident);
    },
    cancel: async (tx, { instanceKey }) => {
      if (!(await runsOnZeebe(tx, instanceKey))) return embedded.cancel(tx, { instanceKey });
      if (!(await lockRunning(tx, instanceKey))) return 'gone';
      await tx.enqueue(TOPICS.cancel, newId(), { instanceKey });
      return 'done';
    },
    modify: async (tx, move) => (await refusedThere(tx, move.instanceKey)) ?? embedded.modify(tx, move),
    migrate: async (tx, migration) =>
      (await refusedThere(tx, migration.instanceKey)) ?? embedded.migrate(tx, migration),
    setVariables: async (tx, change) => {
      return (await runsOnZeebe(tx, change.instanceKey))
        ? enqueueVariables(tx, change)
        : embedded.setVariables(tx, change);
    },
  };
  // The rest of the embedded engine (its loops, its sweeper) comes along in the spread.
  return routed as Embedded;
}

/** The keys of its tokens and their places are known to the cluster alone. */
async function refusedThere(tx: Transaction, instanceKey: string) {
  return (await runsOnZeebe(tx, instanceKey)) ? reject('workflow.notOnZeebe') : null;
}

/** The scopes that are known here: the instance, and the elements whose jobs are open. */
async function enqueueVariables(
  tx: Transaction,
  { instanceKey, scopeKey, variables, local }: Parameters<InstanceOperations['setVariables']>[1],
): Promise<'done' | 'gone'> {
  const instance = await lockRunning(tx, instanceKey);
  if (!instance || !(scopeKey === instanceKey || (await hasOpenElement(tx, instanceKey, scopeKey)))) return 'gone';
  tx.correlationId = instance.correlationId;
  const scope = local ? 'local' : 'nearest';
  const assignment = { instanceKey, scopeKey, scope, variables: storableVariables(variables) };
  await tx.enqueue(TOPICS.setVariables, newId(), assignment);
  return 'done';
}

async function runsOnZeebe(tx: Transaction, instanceKey: string): Promise<boolean> {
  return (await findInstance(tx, instanceKey))?.engine === 'zeebe';
}
