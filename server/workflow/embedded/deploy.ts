import { createHash } from 'node:crypto';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { Transaction } from '../../platform/transaction.js';
import type { Deployment } from '../process-engine.js';
import { startTimers } from './advance/start-timers.js';
import { compile } from './compile.js';
import type { EngineParts } from './engine-parts.js';
import { missingDecisions } from './missing-decisions.js';
import type { Element, Model } from './model.js';
import { putInForce, type NextVersion } from './put-in-force.js';
import { insertModelFile, newestDefinition, nextKeyBlock } from './store/definition.store.js';

/** Checks a file and keeps each of its processes as the next version. Running instances stay on theirs. */
export async function deploy(
  tx: Transaction,
  { starts: where, onWork }: Pick<EngineParts, 'starts' | 'onWork'>,
  xml: string,
): Promise<Deployment | Rejection> {
  const compiled = await compile(xml);
  if (compiled.kind === 'refused') {
    const { findings } = compiled;
    return notDeployable(findings.map(({ at, de, en }) => reject('workflow.finding', { at: at || '–', de, en })));
  }
  const { models } = compiled;
  const coming = models.flatMap((model) => [
    ...(where === 'elsewhere' ? onlyHere(model) : []),
    ...unreadableTimes(model, tx.clock.now()),
  ]);
  if (coming.length > 0) return notDeployable(coming);
  const warnings = [...compiled.warnings, ...(await missingDecisions(tx, models))];
  const file = Buffer.from(xml, 'utf8');
  const sha256 = createHash('sha256').update(file).digest('hex');
  await insertModelFile(tx, tx.mandantId, sha256, file);
  const versions = await nextVersions(tx, models, sha256);
  const keys = new Map(versions.map(({ model, key }) => [model.processId, key]));
  for (const version of versions) if (version.kind === 'new') await putInForce(tx, version, sha256, keys, onWork);
  return { processes: versions.map(({ model: { processId }, version }) => ({ processId, version })), warnings };
}

/**
 * What each process of the file gets: its next version, or the one that it has where its bytes are the same. Two
 * deployments of one process wait for each other, so that no version is given twice; all take their locks in one order.
 */
async function nextVersions(tx: Transaction, models: readonly Model[], sha256: string): Promise<NextVersion[]> {
  const versions = new Map<string, NextVersion>();
  for (const model of [...models].sort((one, other) => (one.processId < other.processId ? -1 : 1))) {
    const { processId } = model;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_mandant()::text || $1, 2))`, [processId]);
    const newest = await newestDefinition(tx, processId);
    versions.set(
      processId,
      newest?.sha256 === sha256
        ? { kind: 'kept', model, key: newest.key, version: newest.version }
        : { kind: 'new', model, key: String(await nextKeyBlock(tx)), version: (newest?.version ?? 0) + 1 },
    );
  }
  return models.flatMap(({ processId }) => versions.get(processId) ?? []);
}

function notDeployable(reasons: readonly Rejection[]): Rejection {
  return reject('workflow.notDeployable', { count: reasons.length }, reasons);
}

// The deployment check has read the times already; only one that asks for the time of now can still be wrong.
function unreadableTimes(model: Model, now: Date): Rejection[] {
  return startTimers(model, now).problems.map(({ elementId: at, sentence }) =>
    reject('workflow.finding', { at, ...sentence }),
  );
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
