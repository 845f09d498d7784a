import { z } from 'zod';
import type { Finding } from '../../contract/act-types.js';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import type { Transaction } from '../../platform/transaction.js';
import { isFailure } from './gateway.js';
import { isAway } from './link.js';
import { conflicts, keepDeployed, undeployed, undeployedProcesses, type Definition } from './store/definition.store.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

/**
 * Puts the version in force of a process, which our own check has passed, into the cluster. What the cluster refuses is
 * refused with its reasons; while it is away, the deployment is made up for.
 */
export async function deployToCluster(
  tx: Transaction,
  parts: ZeebeParts,
  processId: string,
): Promise<{ readonly warnings: readonly Finding[] } | Rejection> {
  const definition = await undeployed(tx, processId);
  if (!definition) return { warnings: [] };
  try {
    const refused = await send(tx, parts, definition);
    return refused ?? { warnings: [] };
  } catch (error) {
    if (!isAway(error) && !isFailure(error, 'busy')) throw error;
    await tx.enqueue(TOPICS.deploy, definition.key, { processId });
    return { warnings: [later] };
  }
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

async function send(tx: Transaction, { link }: ZeebeParts, definition: Definition): Promise<Rejection | null> {
  const { processId, resource, key } = definition;
  if (await conflicts(tx, definition)) return reject('workflow.takenByOthers', { process: processId });
  try {
    // The same bytes under the same name keep their version there.
    const deployed = await link.ask((gateway) => gateway.deploy({ name: `${processId}.bpmn`, bytes: resource }));
    await keepDeployed(tx, tx.mandantId, deployed.definitionKey, key);
    return null;
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error;
    const reasons = findingsOf(error.message);
    return reject('workflow.notDeployable', { count: reasons.length }, reasons);
  }
}

const later: Finding = {
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
