import { createHash } from 'node:crypto';
import { reject, type Rejection } from '../../contract/rejections.js';
import type { Transaction } from '../../platform/transaction.js';
import type { Deployment } from '../process-engine.js';
import { compile } from './compile.js';
import type { Model } from './model.js';
import { insertDefinition, newestDefinition, nextKeyBlock } from './store/definition.store.js';

/** Checks a model and keeps its bytes as the next version. Running instances stay on theirs. */
export async function deploy(tx: Transaction, xml: string): Promise<Deployment | Rejection> {
  const compiled = await compile(xml);
  if (compiled.kind === 'refused') {
    const { findings } = compiled;
    const reasons = findings.map(({ at, de, en }) => reject('workflow.finding', { at: at || '–', de, en }));
    return reject('workflow.notDeployable', { count: findings.length }, reasons);
  }
  const { model, warnings } = compiled;
  const { processId } = model;
  // Two deployments of one process wait for each other, so that no version is given twice.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_mandant()::text || $1, 2))`, [processId]);
  const resource = Buffer.from(xml, 'utf8');
  const sha256 = createHash('sha256').update(resource).digest('hex');
  const newest = await newestDefinition(tx, processId);
  if (newest?.sha256 === sha256) return { processId, version: newest.version, warnings };
  const version = (newest?.version ?? 0) + 1;
  await insertDefinition(tx, {
    key: String(await nextKeyBlock(tx)),
    mandantId: tx.mandantId,
    processId,
    version,
    name: model.name,
    sha256,
    resource,
    messageStarts: model.messageStarts,
    userTasks: userTasksOf(model),
    deployedAt: tx.clock.now(),
    deployedBy: tx.actor.name,
  });
  return { processId, version, warnings };
}

function userTasksOf({ elements }: Model) {
  return [...elements.values()].flatMap(({ id, name, job }) =>
    job?.kind === 'user' ? [{ elementId: id, name, headers: job.headers }] : [],
  );
}
