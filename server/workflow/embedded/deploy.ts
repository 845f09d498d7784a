import { createHash } from 'node:crypto';
import { reject, type Rejection } from '../../contract/rejections.js';
import { authorOf, type Transaction } from '../../platform/transaction.js';
import type { Deployment } from '../process-engine.js';
import { startTimers } from './advance/start-timers.js';
import { compile } from './compile.js';
import { DELIVER_TOPIC } from './buffered.js';
import type { EngineParts } from './engine-parts.js';
import type { Element, Model } from './model.js';
import { callableDefinitions, insertDefinition, newestDefinition, nextKeyBlock } from './store/definition.store.js';
import { replaceStartTimers } from './store/start-timer.store.js';
import { waitingMessages } from './store/message.store.js';

/** Checks a model and keeps its bytes as the next version. Running instances stay on theirs. */
export async function deploy(
  tx: Transaction,
  { starts: where, onWork }: Pick<EngineParts, 'starts' | 'onWork'>,
  xml: string,
): Promise<Deployment | Rejection> {
  const compiled = await compile(xml);
  if (compiled.kind === 'refused') {
    const { findings } = compiled;
    const reasons = findings.map(({ at, de, en }) => reject('workflow.finding', { at: at || '–', de, en }));
    return reject('workflow.notDeployable', { count: findings.length }, reasons);
  }
  const { model, warnings } = compiled;
  const coming = [...withoutStore(model), ...(where === 'elsewhere' ? onlyHere(model) : [])];
  if (coming.length > 0) return reject('workflow.notDeployable', { count: coming.length }, coming);
  const { timers, problems } = startTimers(model, tx.clock.now());
  if (problems.length > 0) {
    const reasons = problems.map(({ elementId: at, sentence }) => reject('workflow.finding', { at, ...sentence }));
    return reject('workflow.notDeployable', { count: reasons.length }, reasons);
  }
  const { processId } = model;
  // Two deployments of one process wait for each other, so that no version is given twice.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_mandant()::text || $1, 2))`, [processId]);
  const resource = Buffer.from(xml, 'utf8');
  const sha256 = createHash('sha256').update(resource).digest('hex');
  const newest = await newestDefinition(tx, processId);
  if (newest?.sha256 === sha256) return { processId, version: newest.version, warnings };
  const version = (newest?.version ?? 0) + 1;
  const block = await nextKeyBlock(tx);
  const key = String(block);
  await insertDefinition(tx, {
    key,
    mandantId: tx.mandantId,
    processId,
    version,
    name: model.name,
    sha256,
    resource,
    messageStarts: model.messageStarts,
    signalStarts: model.signalStarts,
    startId: startIdOf(model),
    pinned: await pin(tx, model),
    userTasks: userTasksOf(model),
    deployedAt: tx.clock.now(),
    deployedBy: authorOf(tx.actor),
  });
  const starts = timers.map((timer, index) => ({ ...timer, key: String(block + BigInt(index) + 1n) }));
  await replaceStartTimers(tx, { mandantId: tx.mandantId, definitionKey: key, processId }, starts);
  if (starts.length > 0) tx.afterCommit(onWork);
  await startWaiting(tx, key, model);
  return { processId, version, warnings };
}

/** Messages may wait for a start that the version before did not have; now there is one. */
async function startWaiting(tx: Transaction, definitionKey: string, { processId, messageStarts }: Model) {
  const names = messageStarts.map(({ messageName }) => messageName);
  for (const address of await waitingMessages(tx, processId, names, tx.clock.now())) {
    await tx.enqueue(DELIVER_TOPIC, `${definitionKey} ${address.name} ${address.correlationKey}`, address);
  }
}

// The core knows decisions; what answers one is to come.
function withoutStore({ elements }: Model): Rejection[] {
  const told = (at: string, de: string, en: string) => reject('workflow.finding', { at, de, en });
  return [...elements.values()].flatMap(({ id, decision }) => {
    if (decision === null) return [];
    return [
      told(id, 'Entscheidungen (DMN) sind hier noch nicht möglich.', 'Decisions (DMN) are not possible here yet.'),
    ];
  });
}

// A cluster knows no Mandanten: a signal would reach all of them, and what a time starts would belong to none.
function onlyHere({ processId, elements }: Model): Rejection[] {
  const asks = ({ event, kind, containerId }: Element) =>
    event?.kind === 'signal' ||
    (event?.kind === 'timer' && kind.bpmnType === 'bpmn:StartEvent' && containerId === processId);
  return [...elements.values()].filter(asks).map(({ id }) =>
    reject('workflow.finding', {
      at: id,
      de: 'Signale und Zeitstarts sind auf Zeebe nicht möglich: Der Cluster kennt keine Mandanten.',
      en: 'Signals and timer starts are not possible on Zeebe: the cluster knows no Mandanten.',
    }),
  );
}

function userTasksOf({ elements }: Model) {
  return [...elements.values()].flatMap(({ id, name, job }) =>
    job?.kind === 'user' ? [{ elementId: id, name, headers: job.headers }] : [],
  );
}

function startIdOf({ processId, elements }: Model): string | null {
  return elements.get(processId)?.container?.startId ?? null;
}

/** Files of record need a fixed called version: what a model names by its id stays the version of now. */
async function pin(tx: Transaction, { elements }: Model): Promise<Record<string, string>> {
  const named = [...elements.values()].flatMap(({ call }) => (call?.fixedId == null ? [] : [call.fixedId]));
  if (named.length === 0) return {};
  const callable = await callableDefinitions(tx, []);
  return Object.fromEntries(
    callable.flatMap(({ processId, key }) => (named.includes(processId) ? [[processId, key] as const] : [])),
  );
}
