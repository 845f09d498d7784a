import { z } from 'zod';
import type { Finding } from '../../contract/finding.js';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import type { Transaction } from '../../platform/transaction.js';
import { isFailure } from './gateway.js';
import { isAway } from './link.js';
import {
  conflicts,
  definitionsOfFile,
  keepDeployed,
  madeOf,
  undeployed,
  undeployedProcesses,
  type Definition,
} from './store/definition.store.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

/**
 * Puts the versions in force of processes, which our own check has passed, into the cluster. What the cluster refuses is
 * refused with its reasons; while it is away, the deployment is made up for.
 */
export async function deployToCluster(
  tx: Transaction,
  parts: ZeebeParts,
  processIds: readonly string[],
): Promise<{ readonly warnings: readonly Finding[] } | Rejection> {
  let warnings: readonly Finding[] = [];
  for (const processId of processIds) {
    const definition = await undeployed(tx, processId);
    if (!definition) continue;
    try {
      const refused = await send(tx, parts, definition);
      if (refused) return refused;
    } catch (error) {
      if (!isAway(error) && !isFailure(error, 'busy')) throw error;
      await tx.enqueue(TOPICS.deploy, definition.key, { processId });
      warnings = [later];
    }
  }
  return { warnings };
}

/** Follow-up that puts a process into the cluster which could not be put there at once. */
export function deploymentSender(parts: ZeebeParts): Readonly<Record<string, OutboxHandler>> {
  return {
    [TOPICS.deploy]: (tx, payload) =>
      requireDeployed(tx, parts, z.object({ processId: z.string() }).parse(payload).processId),
  };
}

/** The process is in the cluster after this; throws or refuses where it could not be put there. */
export async function requireDeployed(
  tx: Transaction,
  parts: ZeebeParts,
  processId: string,
): Promise<Rejection | undefined> {
  const definition = await undeployed(tx, processId);
  return definition ? ((await send(tx, parts, definition)) ?? undefined) : undefined;
}

/** Processes that were put into force before there was a cluster get there as well. */
export async function enqueueMissing(tx: Transaction): Promise<object> {
  for (const { processId, key } of await undeployedProcesses(tx)) await tx.enqueue(TOPICS.deploy, key, { processId });
  return {};
}

async function send(tx: Transaction, parts: ZeebeParts, definition: Definition): Promise<Rejection | null> {
  const { sha256, content } = definition;
  const together = await definitionsOfFile(tx, sha256);
  for (const one of together) {
    if (await conflicts(tx, one)) return reject('workflow.takenByOthers', { process: one.processId });
  }
  const name = `${together[0]?.processId ?? definition.processId}.bpmn`;
  try {
    const deployed = await parts.link.ask((gateway) => gateway.deploy({ name, bytes: content }));
    for (const process of deployed) {
      const { made, inForce } = await madeOf(tx, process.processId, sha256);
      if (made !== null) await keepDeployed(tx, tx.mandantId, process.definitionKey, made);
      // The file came late: another one has made a newer version of this process, and that has to stay the newest there.
      if (inForce === null || inForce.sha256 === sha256) continue;
      const refused = await send(tx, parts, inForce);
      if (refused) return refused;
    }
    return null;
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error;
    const reasons = findingsOf(error.message);
    return reject('workflow.notDeployable', { count: reasons.length }, reasons);
  }
}

/** Said where the cluster is away. */
export const later: Finding = {
  severity: 'warning',
  code: 'zeebe.later',
  at: '',
  de: 'Zeebe ist gerade nicht erreichbar. Das Modell wird dort in Kraft gesetzt, sobald es wieder da ist.',
  en: 'Zeebe cannot be reached right now. The model is deployed there as soon as it is back.',
};

/**
 * The broker answers with one text: per element a line „Element: id > path“ followed by lines with „ERROR: reason“. What
 * does not look like this becomes one finding with the whole text.
 */
export function findingsOf(text: string): Rejection[] {
  const findings: Rejection[] = [];
  let at = '–';
  for (const line of text.split('\n')) {
    at = /Element: ([^\s>]+)/.exec(line)?.[1] ?? at;
    const reason = /ERROR: (.+)$/.exec(line)?.[1];
    if (reason) findings.push(finding(at, reason));
  }
  return findings.length > 0 ? findings : [finding('–', text.replace(/\s+/g, ' ').slice(0, 500))];
}

function finding(at: string, reason: string): Rejection {
  return reject('workflow.finding', { at, de: `Zeebe lehnt ab: ${reason}`, en: `Zeebe refuses: ${reason}` });
}
