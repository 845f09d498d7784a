import { z } from 'zod';
import type { Finding } from '../../contract/finding.js';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import type { Transaction } from '../../platform/transaction.js';
import { findingsOf, later } from './deployments.js';
import { isFailure } from './gateway.js';
import { isAway } from './link.js';
import {
  decisionsConflict,
  keepDecisionsDeployed,
  undeployedDecisions,
  type UndeployedDecisions,
} from './store/decision.store.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

/** Puts the version in force of a file of decisions into the cluster, like `deployToCluster` does for processes. */
export async function deployDecisionsToCluster(
  tx: Transaction,
  parts: ZeebeParts,
  modelId: string,
): Promise<{ readonly warnings: readonly Finding[] } | Rejection> {
  const [model] = await undeployedDecisions(tx, modelId);
  if (!model) return { warnings: [] };
  try {
    return (await send(tx, parts, model)) ?? { warnings: [] };
  } catch (error) {
    if (!isAway(error) && !isFailure(error, 'busy')) throw error;
    await tx.enqueue(TOPICS.deployDecisions, model.key, { modelId });
    return { warnings: [later] };
  }
}

/** Follow-up that puts decisions into the cluster which could not be put there at once. */
export function decisionSender(parts: ZeebeParts): Readonly<Record<string, OutboxHandler>> {
  return {
    [TOPICS.deployDecisions]: async (tx, payload) => {
      const { modelId } = z.object({ modelId: z.string() }).parse(payload);
      const [model] = await undeployedDecisions(tx, modelId);
      return model && ((await send(tx, parts, model)) ?? undefined);
    },
  };
}

/** Decisions that were put into force before there was a cluster get there as well. */
export async function enqueueMissingDecisions(tx: Transaction): Promise<object> {
  for (const { key, modelId } of await undeployedDecisions(tx, null)) {
    await tx.enqueue(TOPICS.deployDecisions, key, { modelId });
  }
  return {};
}

async function send(tx: Transaction, { link }: ZeebeParts, model: UndeployedDecisions): Promise<Rejection | null> {
  const { modelId, resource, key } = model;
  if (await decisionsConflict(tx, model)) return reject('workflow.decisionTakenByOthers', { model: modelId });
  try {
    await link.ask((gateway) => gateway.deployDecisions({ name: `${modelId}.dmn`, bytes: resource }));
    await keepDecisionsDeployed(tx, tx.mandantId, key);
    return null;
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error;
    const reasons = findingsOf(error.message);
    return reject('workflow.notDeployable', { count: reasons.length }, reasons);
  }
}
